import type { Starters } from './starters.ts';

export const da: Starters = {
  taken_on: {
    name: 'Jeg har taget sagen',
    text: `Kære {{customer.name}}

Tak, fordi du skrev. Jeg forstår det sådan, at [[problemet med kundens egne ord]], og at du gerne vil have [[det resultat, kunden ønsker]].

Jeg hedder {{agent.name}} og tager mig af det nu. Først vil jeg [[det første, du gør]], fordi [[hvorfor netop det]]. Du hører fra mig senest [[dag og klokkeslæt]], også hvis jeg ikke er færdig til den tid.`,
  },
  one_question: {
    name: 'Ét spørgsmål',
    text: `Kære {{customer.name}}

Jeg forstår, at [[problemet med kundens egne ord]].

For at løse det har jeg brug for én ting fra dig: [[det ene spørgsmål]]. Du finder det [[hvor eller hvordan]]. Jeg spørger, fordi [[hvorfor du skal bruge det]].

Så snart jeg har dit svar, [[det, du så gør]], og du har resultatet senest [[dag og klokkeslæt]].`,
  },
  solved: {
    name: 'Løst, og hvorfor det skete',
    text: `Kære {{customer.name}}

Du fortalte os, at [[problemet med kundens egne ord]]. Det er løst nu.

Det skete, fordi [[årsagen]]. Jeg har [[det, du har gjort]], og jeg har kontrolleret det ved at [[hvordan]]. Du skal ikke gøre mere.

Skulle du alligevel opdage noget, så svar bare på denne mail. Svaret kommer direkte til mig.`,
  },
  steps: {
    name: 'Sådan gør du, trin for trin',
    text: `Kære {{customer.name}}

Jeg forstår, at [[problemet med kundens egne ord]]. Jeg anbefaler følgende, som tager cirka [[hvor længe]].

1. [[første trin]]
2. [[andet trin]]
3. [[tredje trin]]

Du kan se, at det lykkedes, når [[det, man så ser]]. Det hjælper, fordi [[hvorfor]]. Ser et af trinene anderledes ud hos dig, så skriv hvilket, og vi gør det sammen.`,
  },
  refund: {
    name: 'Dine penge er på vej tilbage',
    text: `Kære {{customer.name}}

Du har bedt om at få pengene tilbage for [[hvad det drejer sig om]], fordi [[grunden med kundens egne ord]]. Det har du ret til, og jeg har sørget for det.

[[Beløbet]] går tilbage til [[den konto eller det kort, der blev betalt med]]. Pengene er der senest [[dag]]; så længe er banken om at bogføre dem. Du skal ikke gøre mere.`,
  },
  replacement: {
    name: 'Du får en ny',
    text: `Kære {{customer.name}}

Jeg forstår, at [[det, der er i stykker eller forkert]].

Jeg sender dig en ny [[varen]] i dag, og den er hos dig senest [[dag]]. Det går hurtigere end en reparation, og du står ikke uden imens. Den gamle [[hvad kunden gør med den, uden udgift]].`,
  },
  late: {
    name: 'Det bliver senere: den nye dato',
    text: `Kære {{customer.name}}

Du venter på [[det, kunden venter på]], som var lovet til [[den lovede dag]]. Jeg beklager, at vi ikke holdt den dag.

Grunden er [[grunden]]. Det er nu hos dig [[den nye dag]], og jeg har [[det, du har gjort for at sikre det]]. [[Dag]] kontrollerer jeg, at det er på vej, og skriver til dig igen.`,
  },
  bill: {
    name: 'Din regning forklaret',
    text: `Kære {{customer.name}}

Du spurgte, hvorfor din regning af [[regningens dato]] lyder på [[beløbet]].

Den er sammensat sådan: [[posterne, én pr. linje]]. Forskellen til det, du regnede med, skyldes [[årsagen]]. Jeg anbefaler [[det ene, du anbefaler]], fordi [[hvorfor]]. Jeg sætter det i gang, så snart du svarer »ja«.`,
  },
  our_mistake: {
    name: 'Vores fejl, rettet',
    text: `Kære {{customer.name}}

Du skrev, at [[problemet med kundens egne ord]]. Du har ret. Fejlen er vores, og jeg beklager besværet.

Det, der skete: [[hvad der gik galt]]. Jeg har [[det, du har gjort]], og senest [[dag og klokkeslæt]] er [[det, der så er gjort]]. For at det ikke sker igen, [[det, der er anderledes fra nu af]].`,
  },
  instead: {
    name: 'Det kan vi gøre i stedet',
    text: `Kære {{customer.name}}

Du vil gerne have [[det, kunden bad om]], så du kan [[hvad det skal bruges til]].

Det, jeg kan gøre for dig, er [[det ene, du tilbyder]]. Så får du [[det, kunden får af det, der er brug for]]. Det kan være klar [[dag]]. Jeg anbefaler den vej, fordi [[hvorfor]]. Skal jeg gå i gang? Et kort »ja« er nok.`,
  },
  progress: {
    name: 'Så langt er vi',
    text: `Kære {{customer.name}}

Her er en kort status på [[problemet med få ord]].

Siden jeg skrev sidst, [[det, der er sket]]. Det, der mangler, er [[det, der er åbent]], og det arbejder [[hvem]] på. Du hører fra mig igen senest [[dag og klokkeslæt]].`,
  },
  suggestion: {
    name: 'Tak for idéen',
    text: `Kære {{customer.name}}

Tak, fordi du skrev til os. Du foreslår, at [[idéen med kundens egne ord]], fordi [[det, der generer i dag]].

Jeg har givet det videre til [[navn og stilling]], som tager stilling til det. Den [[dag]] spørger jeg, hvad der bliver af det, og fortæller dig det. Indtil da anbefaler jeg [[det, der hjælper i dag]].`,
  },
};
