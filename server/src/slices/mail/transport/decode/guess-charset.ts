/**
 * Character sets in which mails without a right label are written, each with the characters that
 * are met most in the languages written in it. Only lower-case Cyrillic: KOI8-R read as
 * windows-1251 comes out as capitals, and the other way round.
 */
const candidates: [charset: string, common: RegExp][] = [
  ['windows-1252', /[äöüßéèêàçñåæøáíóúëï’“”–€]/gu],
  ['windows-1250', /[ăâîşţőűáéíóöüúčšžěřůńłąęśźĂÎŞŢ„”–]/gu],
  ['windows-1251', /[оеаинтсрвлкмдпуяыьгзбчйжхшюцщ]/gu],
  ['koi8-r', /[оеаинтсрвлкмдпуяыьгзбчйжхшюцщ]/gu],
  [
    'gb18030',
    /[的一是不了在人有我他这们中来上大为和国地到以说时要就出会可也你对生能子那得下自年过发后作里用道行所家事成方多经么去学如都同现没动面起看定天分还进好小理心开但因只从想实日意无长把机公工使情明性知全三关点业外两高间由问很最重手应文体见利等新加月话合回代内信表老给位次度门先海通教原东声提比员解水名路处走入几口条平系气题更别打女变总何电数安少报才结反受目太再感务做接件计管期市直资命金指区保至空司基听光放强难权思设式色记南品住告类求据程北边交规万取望确传师观清今切院让识带运您谢请帮，。！？]/gu,
  ],
  [
    'big5',
    /[的一是不了在人有我他這們中來上大為和國地到以說時要就出會可也你對生能子那得下自年過發後作裡用道行所家事成方多經麼去學如都同現沒動面起看定天分還進好小理心開但因只從想實日意無長把機公工使情明性知全三關點業外兩高間由問很最重手應文體見利等新加月話合回代內信表老給位次度門先海通教原東聲提比員解水名路處走入幾口條平系氣題更別打女變總何電數安少報才結反受目太再感務做接件計管期市直資命金指區保至空司基聽光放強難權思設式色記南品住告類求據程北邊交規萬取望確傳師觀清今切院讓識帶運您謝請幫，。！？]/gu,
  ],
  ['shift_jis', /[\u3041-\u3093\u30a1-\u30f6ー、。]/gu],
  ['euc-jp', /[\u3041-\u3093\u30a1-\u30f6ー、。]/gu],
  [
    'euc-kr',
    /[이다는에을를의가하고지요니습합안녕세기도로서한은들사그어자있나것수인해시대보리제아일정스주만부여라장전상원구간신공우오과동유조선미성면적때무문생자었했겠입까감저당우]/gu,
  ],
];

/** How much is looked at. */
const sample = 4096;
/** Of what is not ASCII so much must be common, for a guess to be better than none. */
const convincing = 0.4;

/** The character set that bytes are most likely written in, where their label is wrong or missing. */
export function guessCharset(bytes: Uint8Array): string {
  // The end may be in the middle of a character.
  const seen = bytes.length > sample ? bytes.subarray(0, sample) : bytes;
  let best = { charset: 'windows-1252', share: convincing };
  for (const [charset, common] of candidates) {
    const text = new TextDecoder(charset).decode(seen, { stream: bytes.length > sample });
    const foreign = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0;
    const wrong = text.match(/[\ufffd\u0080-\u009f]/gu)?.length ?? 0;
    const share = ((text.match(common)?.length ?? 0) - 3 * wrong) / (foreign || 1);
    if (share > best.share) best = { charset, share };
  }
  return best.charset;
}
