import type { Starters } from './starters.ts';

export const en: Starters = {
  taken_on: {
    name: 'I have taken this on',
    text: `Dear {{customer.name}},

thank you for telling us. As I understand it, [[the problem in the customer's words]], and what you would like is [[the result they want]].

I am {{agent.name}} and I look after this now. As a first step I [[what you do first]], because [[why this first]]. You will hear from me by [[day and time]], also if I am not finished by then.`,
  },
  one_question: {
    name: 'One question',
    text: `Dear {{customer.name}},

I understand that [[the problem in the customer's words]].

To solve this I need one thing from you: [[the one question]]. You find it [[where or how to find it]]. I ask because [[why you need it]].

As soon as I have your answer I [[what you do then]], and you will have the result by [[day and time]].`,
  },
  solved: {
    name: 'Solved, and why it happened',
    text: `Dear {{customer.name}},

you told us that [[the problem in the customer's words]]. This is solved now.

It happened because [[the cause]]. I have [[what you did]], and I checked it by [[how you checked]]. There is nothing left for you to do.

Should you notice anything after all, simply reply to this message: it comes straight back to me.`,
  },
  steps: {
    name: 'What to do, step by step',
    text: `Dear {{customer.name}},

I understand that [[the problem in the customer's words]]. I recommend the following; it takes about [[how long]].

1. [[first step]]
2. [[second step]]
3. [[third step]]

You will see that it worked when [[what one sees then]]. This helps because [[why]]. If one of the steps looks different on your side, tell me which one, and I will do it together with you.`,
  },
  refund: {
    name: 'Your money is on its way back',
    text: `Dear {{customer.name}},

you asked for your money back for [[what it is about]], because [[the reason in the customer's words]]. You are right, and I have arranged it.

[[The amount]] goes back to [[the account or card it was paid with]]. It will be there by [[day]]; banks take that long to book it. There is nothing left for you to do.`,
  },
  replacement: {
    name: 'A new one is coming',
    text: `Dear {{customer.name}},

I understand that [[what is broken or wrong]].

I am sending you a new [[the article]] today; it will be with you by [[day]]. That is quicker than a repair, and you are not left without one. For the old one, [[what to do with the old one, at no cost]].`,
  },
  late: {
    name: 'It comes later: the new date',
    text: `Dear {{customer.name}},

you are waiting for [[what the customer is waiting for]], which was promised for [[the promised day]]. I am sorry that we did not keep that day.

The reason is [[the reason]]. It will now be with you on [[the new day]]; I have [[what you did to make sure]]. I will check on [[day]] that it is on its way, and write to you then.`,
  },
  bill: {
    name: 'Your bill explained',
    text: `Dear {{customer.name}},

you asked why your bill of [[date of the bill]] says [[the amount]].

It is made up like this: [[the items, one per line]]. The difference to what you expected comes from [[the cause]]. I recommend [[the one thing you recommend]], because [[why]]; I can set it up as soon as you reply with “yes”.`,
  },
  our_mistake: {
    name: 'Our mistake, put right',
    text: `Dear {{customer.name}},

you wrote that [[the problem in the customer's words]]. You are right: the mistake is ours, and I am sorry for the trouble it caused you.

What happened: [[what went wrong]]. I have [[what you did]], and by [[day and time]] [[what will be done by then]]. So that it does not happen again, we [[what is different from now on]].`,
  },
  instead: {
    name: 'What we can do instead',
    text: `Dear {{customer.name}},

you would like [[what the customer asked for]], so that [[what they need it for]].

What I can do for you is [[the one thing you offer]]: with it you [[what they get of what they need]]. It would be ready by [[day]]. I recommend this way because [[why]]. Shall I go ahead? A short “yes” is enough.`,
  },
  progress: {
    name: 'Where it stands',
    text: `Dear {{customer.name}},

a word on where we are with [[the problem in a few words]].

Since I last wrote, [[what was done]]. What is still open is [[what is open]], and [[who]] is working on it. You will hear from me again by [[day and time]].`,
  },
  suggestion: {
    name: 'Thank you for the idea',
    text: `Dear {{customer.name}},

thank you for writing to us. You suggest that [[the idea in the customer's words]], because [[what bothers them today]].

I have passed this on to [[name and role]], who decides on it. On [[day]] I will ask what becomes of it, and tell you. Until then I recommend [[what helps today]].`,
  },
};
