import type { Words } from './words.ts';

export const en: Words = {
  hello: ['Hello,', 'Good morning,', 'Dear team,', 'Hi there,'],
  wishes: [
    'Could you tell me what to do?',
    'I would like this to be settled this week.',
    'Please call me if anything is unclear.',
    'Thank you for looking into it.',
  ],
  answers: [
    'Here is what you asked for: the number on the back is LH-4471, and it was bought in March.',
    'It happens every time, no matter what I try. I have added what I could find.',
    'Yes, that is right. Anything after four in the afternoon suits me.',
  ],
  urges: [
    'I have not heard anything yet. When can I expect an answer?',
    'Is there any news? We depend on it at home.',
  ],
  thanks: ['Thank you, that was quick!', 'Perfect, thanks a lot for your help.'],
  denials: [
    'I am sorry, but it is still the same. It came back last night.',
    'This has not solved it for me: nothing has changed.',
  ],
  dear: 'Dear {name},',
  regards: 'Kind regards',
  talk: {
    washer: {
      subjects: ['Washing machine stops with E18', 'Washing machine leaks at the door'],
      problems: [
        'my washing machine stops in the middle of the programme and shows E18. The filter is clean.',
        'since Saturday there is water in front of the washing machine after every wash.',
        'the drum no longer spins, and the laundry comes out dripping.',
      ],
      ask: 'Could you send us the number on the plate inside the door, and a photograph of the display?',
      solutions: [
        'A technician replaced the drain pump and ran two programmes. The machine now empties and spins as it should.',
        'The seal of the door was worn. The new one is fitted, and the test wash stayed dry.',
      ],
      words: ['washing machine'],
    },
    coffee: {
      subjects: ['Coffee machine does not heat', 'Coffee machine is leaking'],
      problems: [
        'the coffee machine that I bought in spring only makes lukewarm coffee.',
        'there is a puddle under my coffee machine every morning.',
        'it asks to be descaled, although I did it twice this week.',
      ],
      ask: 'Which model is it, and when was it last descaled?',
      solutions: [
        'The thermostat was faulty. We have sent you a new machine; please use the box to return the old one.',
        'After the reset that we did together on the telephone it counts correctly again.',
      ],
      words: ['coffee machine'],
    },
    heating: {
      subjects: ['Heat pump is loud at night', 'Heat pump shows a warning'],
      problems: [
        'the heat pump starts every ten minutes at night and wakes the children.',
        'our heat pump shows a yellow triangle, and the house stays at 17 degrees.',
        'the last bill was twice as high, and I think the heat pump runs all the time.',
      ],
      ask: 'Please tell us the outside temperature and which warning you see in the menu under Service.',
      solutions: [
        'The night setback was set to cool. We have corrected the curve, and it now runs in longer, quieter periods.',
        'The sensor outside hung in the sun. It was moved to the north wall, and the warning is gone.',
      ],
      words: ['heat pump'],
    },
    late: {
      subjects: ['Where is my order {order}?', 'Delivery of {order} did not come'],
      problems: [
        'my order {order} should have come last Thursday, and the tracking has not moved since.',
        'I stayed at home all day, but nobody came with the delivery {order}.',
        'the shop says that {order} was delivered, but we have received nothing.',
      ],
      ask: 'Is the address on the order still right, and may we leave it with a neighbour?',
      solutions: [
        'The parcel was stuck in the depot. It went out again this morning and was signed for at noon.',
        'The first parcel was lost on the way. A second one was sent by express and has arrived.',
      ],
      words: ['order', 'delivery'],
    },
    damaged: {
      subjects: ['Damaged parcel, {order}', 'The glass arrived broken'],
      problems: [
        'the box of {order} was open, and the door inside has a deep scratch.',
        'the glass plate arrived broken in three pieces. Pictures are attached.',
        'one side is bent, and the lid does not close.',
      ],
      ask: 'Could you send us two pictures, one of the damage and one of the label on the box?',
      solutions: [
        'A new door is on its way to you, free of charge, and the old one is collected at the same time.',
        'We have sent the part once more, this time in a wooden frame, and you have confirmed that it is whole.',
      ],
      words: ['damaged', 'broken'],
    },
    returns: {
      subjects: ['Return of {order}', 'I would like to send it back'],
      problems: [
        'I would like to return {order}: it does not fit under our worktop.',
        'I ordered two by mistake and want to send one back.',
        'the colour is not the one in the picture. How do I return it?',
      ],
      ask: 'Is it still in its box, and should we have it collected or will you bring it to a shop?',
      solutions: [
        'The label for the return is in your mailbox, and the carrier comes on the day that you chose.',
        'We have received it back, and exchanged it for the colour that you wanted.',
      ],
      words: ['return', 'send it back'],
    },
    invoice: {
      subjects: ['Invoice for {order} is wrong', 'Invoice paid twice'],
      problems: [
        'the invoice for {order} shows the installation, which we did ourselves.',
        'the same invoice was taken from my account twice.',
        'our company needs the invoice with our tax number on it.',
      ],
      ask: 'Which amount did you expect, and to which name should the invoice be made out?',
      solutions: [
        'The invoice was corrected, and the new one is on its way to you. The difference goes back to your account.',
        'The second payment was returned today; banks need up to three days to show it.',
      ],
      words: ['invoice'],
    },
    refund: {
      subjects: ['Refund for {order}', 'Still waiting for my refund'],
      problems: [
        'I sent {order} back three weeks ago and have not got my refund.',
        'the refund that I received is smaller than what I paid.',
        'the refund went to a card that I no longer have.',
      ],
      ask: 'To which account should the refund go? The last four digits are enough.',
      solutions: [
        'The whole amount was paid today, together with the cost of sending it back.',
        'We have called the payment back from the old card and paid it to your account.',
      ],
      words: ['refund'],
    },
    app: {
      subjects: ['Cannot sign in to the app', 'The app no longer finds my devices'],
      problems: [
        'since the update the app says that my password is wrong.',
        'the app no longer finds the oven, although both are in the same network.',
        'I do not get the code that the app sends by mail.',
      ],
      ask: 'Which telephone do you use, and which version does the app show under About?',
      solutions: [
        'Your account was locked after five attempts. It is open again, and you have chosen a new password.',
        'The router kept the devices apart. With the setting that we found together the app sees all of them.',
      ],
      words: ['app'],
    },
    warranty: {
      subjects: ['Warranty for {order}', 'Is this covered by the warranty?'],
      problems: [
        'the motor of the hood died after 22 months. Is that covered by the warranty?',
        'a shop told me that the warranty has ended, but my receipt says three years.',
        'who repairs it under the warranty, and do I have to pay for the visit?',
      ],
      ask: 'Could you send us a picture of the receipt, and of the plate with the number?',
      solutions: [
        'It is covered: the motor was changed at your home, and there is nothing to pay.',
        'We have entered the three years in our books, and the repair was done on the warranty.',
      ],
      words: ['warranty'],
    },
  },
};
