/**
 * What puts somebody off, and what does not, in the six languages together: who writes Danish to a Dane and
 * quotes an English sentence is read right in both. `·` stands where no letter or figure is.
 */
export const promiseWords = {
  apology: [
    ...['·sorry·', '·apolog', '·regret·', '·inconvenience'],
    ...['·beklager·', '·undskyld', '·ked af·', '·ulejlighed'],
    ...['·scuze', '·scuza', '·îmi pare rău', '·ne pare rău', '·regretăm', '·regret·'],
    ...['·elnézés', '·sajnál', '·bocsánat', '·kellemetlenség'],
    ...['·извин', '·прост(ите|и)·', '·сожале', '·неудобств', '·(мне|нам) жаль'],
    ...['抱歉', '对不起', '致歉', '道歉', '不好意思'],
  ],
  soon: [
    ...[
      '·soon·',
      '·shortly·',
      '·as soon as possible',
      '·asap·',
      '·in due course',
      '·in the near future',
    ],
    ...[
      '·snart·',
      '·snarest',
      '·hurtigst muligt',
      '·inden længe',
      '·om kort tid',
      '·så hurtigt som muligt',
    ],
    ...[
      '·în curând',
      '·cât mai (curând|repede)',
      '·cât de curând',
      '·în cel mai scurt timp',
      '·în scurt timp',
    ],
    ...[
      '·hamarosan',
      '·mihamarabb',
      '·a lehető leghamarabb',
      '·rövidesen',
      '·nemsokára',
      '·mielőbb',
    ],
    ...[
      '·скоро·',
      '·вскоре',
      '·в ближайшее время',
      '·как можно (скорее|быстрее)',
      '·в скором времени',
    ],
    ...['尽快', '很快', '马上', '不久', '稍后', '近期', '尽早'],
  ],
  /** That somebody does or did something: a next step, or one already taken. */
  step: [
    ...[
      "·(i|we)( have|'ve|’ve| will|'ll|’ll) (now |already |just )?(?!be sorry)\\p{L}+",
      "·(i|we) (am|are|'m|'re) (now )?(?!sorry)\\p{L}+ing·",
      '·next step',
    ],
    ...[
      '·(jeg|vi) (har|vil|sender|ringer|skriver|undersøger|retter|sørger|kontrollerer|tager)·',
      '·(har|vil|sender|ringer) (jeg|vi)·',
    ],
    ...[
      '·(v-|l-|i-|o să |voi |vom )\\p{L}+',
      '·am \\p{L}+(t|s)·',
      '·(trimit|verific|sun|rezolv|revin|refac)·',
    ],
    ...[
      '·\\p{L}{2,}(tam|tem|ttam|ttem|tuk|tük)·',
      '·(küldök|küldöm|intézem|megnézem|visszahívom|javítom|ellenőrzöm|utánanézek|írok)·',
    ],
    ...[
      '·(отправ|провер|сдела|исправ|верн|свяж|позвон|оформ|переда|выясн|напиш|реш)\\p{L}*',
      '·уже \\p{L}+',
    ],
    ...['(我|我们)(会|将|已|已经|今天|现在|正在|马上就)', '已(经)?为您'],
  ],
  date: [
    ...[
      '\\d{1,2}[./]\\d{1,2}([./]\\d{2,4})?',
      '\\d{4}-\\d{2}-\\d{2}',
      '·\\d{1,2}[:.]\\d{2}·',
      "·\\d{1,2} ?(am|pm|o'clock|óra|órá|час)",
      '·kl\\.? ?\\d{1,2}',
      '·ora \\d{1,2}',
    ],
    ...[
      '·(to(day|morrow|night)|monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
      '·(within|in) (a|an|one|two|three|\\d+) (working |business )?(minute|hour|day|week)s?',
      '·end of (the )?(day|week|month)',
    ],
    ...[
      '·\\d{1,2}\\.? ?(of )?(jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)',
      '·(january|february|march|april|june|july|august|september|october|november|december) \\d',
    ],
    ...[
      '·(i dag|i morgen|i aften|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)',
      '·(inden for|om) (en|to|tre|\\d+) (minut|time|dag|hverdag|uge)',
      '·inden (dagens|ugens) udgang',
    ],
    ...[
      '·(astăzi|azi|mâine|diseară|luni|marți|miercuri|joi|vineri|sâmbătă|duminică)·',
      '·în(tr-o| două| trei| \\d+)( de)? (minut|or[eă]|zi|săptămân)',
      '·\\d{1,2} (ian|febr|mart|apr|mai|iun|iul|aug|sept|oct|nov|dec)',
    ],
    ...[
      '·(ma·|holnap|hétfő|kedd|szerda|szerdá|csütörtök|péntek|szombat|vasárnap)',
      '·\\d+ (perc|órá|nap|munkanap|hét)',
      '·(január|február|március|április|május|június|július|augusztus|szeptember|október|november|december)',
    ],
    ...[
      '·(сегодня|завтра|послезавтра|понедельник|вторник|сред[ау]|четверг|пятниц|суббот|воскресень)',
      '·(через|в течение) \\p{L}{0,8} ?\\d*\\s?(минут|час|дн|день|дня|недел|суток)',
      '·\\d{1,2} (янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)',
    ],
    ...[
      '今天|明天|后天|今晚|周[一二三四五六日]|星期[一二三四五六日天]|下周|本周',
      '\\d{1,2} ?[月日号点时]',
      '[0-9一二两三四五六七八九十]+ ?个?(工作日|小时|分钟|天|周)(之内|以内|内)',
    ],
  ],
} satisfies Record<string, string[]>;
