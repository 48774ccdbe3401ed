import type { Starters } from './starters.ts';

export const ro: Starters = {
  taken_on: {
    name: 'De acum mă ocup eu',
    text: `Bună ziua, {{customer.name}},

Vă mulțumim că ne-ați scris. Am înțeles că [[problema, cu vorbele clientului]] și că vă doriți [[rezultatul dorit]].

Mă numesc {{agent.name}} și de acum mă ocup eu de asta. Mai întâi [[primul lucru pe care îl faceți]], pentru că [[de ce întâi acesta]]. Vă scriu cel târziu [[ziua și ora]], chiar dacă nu am terminat până atunci.`,
  },
  one_question: {
    name: 'O singură întrebare',
    text: `Bună ziua, {{customer.name}},

Am înțeles că [[problema, cu vorbele clientului]].

Ca să o rezolv, am nevoie de un singur lucru de la dumneavoastră: [[întrebarea]]. Îl găsiți [[unde sau cum]]. Vă întreb pentru că [[de ce vă trebuie]].

De îndată ce am răspunsul, [[ce faceți apoi]], iar rezultatul îl aveți cel târziu [[ziua și ora]].`,
  },
  solved: {
    name: 'Rezolvat, și de ce s-a întâmplat',
    text: `Bună ziua, {{customer.name}},

Ne-ați spus că [[problema, cu vorbele clientului]]. Acum este rezolvat.

S-a întâmplat pentru că [[cauza]]. Am [[ce ați făcut]] și am verificat prin [[cum ați verificat]]. Nu mai aveți nimic de făcut.

Dacă observați totuși ceva, răspundeți la acest mesaj: ajunge direct la mine.`,
  },
  steps: {
    name: 'Ce e de făcut, pas cu pas',
    text: `Bună ziua, {{customer.name}},

Am înțeles că [[problema, cu vorbele clientului]]. Vă recomand pașii de mai jos; durează cam [[cât durează]].

1. [[primul pas]]
2. [[al doilea pas]]
3. [[al treilea pas]]

Veți ști că a reușit când [[ce se vede atunci]]. Ajută pentru că [[de ce]]. Dacă unul dintre pași arată altfel la dumneavoastră, scrieți-mi care, și îl facem împreună.`,
  },
  refund: {
    name: 'Banii sunt pe drum înapoi',
    text: `Bună ziua, {{customer.name}},

Ați cerut banii înapoi pentru [[despre ce este vorba]], pentru că [[motivul, cu vorbele clientului]]. Aveți dreptate și am aranjat acest lucru.

[[Suma]] se întoarce în [[contul sau pe cardul cu care s-a plătit]]. Banii ajung cel târziu [[ziua]]; atât le ia băncilor să îi înregistreze. Nu mai aveți nimic de făcut.`,
  },
  replacement: {
    name: 'Primiți unul nou',
    text: `Bună ziua, {{customer.name}},

Am înțeles că [[ce este stricat sau greșit]].

Vă trimit astăzi un produs nou: [[produsul]]. Ajunge la dumneavoastră cel târziu [[ziua]]. Este mai rapid decât o reparație și nu rămâneți fără el între timp. Cu cel vechi, [[ce face clientul cu el, fără niciun cost]].`,
  },
  late: {
    name: 'Ajunge mai târziu: noua dată',
    text: `Bună ziua, {{customer.name}},

Așteptați [[ce așteaptă clientul]], promis pentru [[ziua promisă]]. Îmi pare rău că nu am respectat acea zi.

Motivul este [[motivul]]. Acum ajunge la dumneavoastră [[noua zi]]; am [[ce ați făcut ca să fie sigur]]. Pe [[ziua]] verific dacă este pe drum și vă scriu din nou.`,
  },
  bill: {
    name: 'Factura, explicată',
    text: `Bună ziua, {{customer.name}},

Ați întrebat de ce factura din [[data facturii]] este de [[suma]].

Este alcătuită astfel: [[pozițiile, câte una pe rând]]. Diferența față de ce vă așteptați vine de la [[cauza]]. Vă recomand [[un singur lucru]], pentru că [[de ce]]. Îl pornesc de îndată ce îmi răspundeți „da”.`,
  },
  our_mistake: {
    name: 'Greșeala noastră, îndreptată',
    text: `Bună ziua, {{customer.name}},

Ne-ați scris că [[problema, cu vorbele clientului]]. Aveți dreptate: greșeala este a noastră și îmi pare rău pentru neplăceri.

Ce s-a întâmplat: [[ce a mers prost]]. Am [[ce ați făcut]], iar până [[ziua și ora]] [[ce va fi făcut până atunci]]. Ca să nu se mai repete, [[ce este altfel de acum înainte]].`,
  },
  instead: {
    name: 'Ce putem face în schimb',
    text: `Bună ziua, {{customer.name}},

V-ați dori [[ce a cerut clientul]], ca să [[la ce îi folosește]].

Ce pot face pentru dumneavoastră este [[lucrul pe care îl oferiți]]: astfel aveți [[ce primește din ce îi trebuie]]. Ar fi gata pe [[ziua]]. Vă recomand această cale pentru că [[de ce]]. Să încep? Un scurt „da” este de ajuns.`,
  },
  progress: {
    name: 'Unde am ajuns',
    text: `Bună ziua, {{customer.name}},

Vă scriu unde am ajuns cu [[problema, în câteva cuvinte]].

De când v-am scris ultima oară, [[ce s-a făcut]]. Mai rămâne [[ce este deschis]], iar la asta lucrează [[cine]]. Vă scriu din nou cel târziu [[ziua și ora]].`,
  },
  suggestion: {
    name: 'Mulțumim pentru idee',
    text: `Bună ziua, {{customer.name}},

Vă mulțumim că ne-ați scris. Propuneți ca [[ideea, cu vorbele clientului]], pentru că [[ce îl deranjează astăzi]].

Am dat mai departe propunerea către [[numele și funcția]], care hotărăște. Pe [[ziua]] întreb ce s-a ales de ea și vă spun. Până atunci vă recomand [[ce ajută astăzi]].`,
  },
};
