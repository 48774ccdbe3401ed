import type { Language } from '@baton/contract';

/** In the text of a mail, where the address of its link goes when it is sent. */
export const linkPlace = '{{link}}';

type LinkWords = {
  subject: string;
  /** What the link is for; then comes the link. */
  why: string;
  /** Until when it works, and how often. */
  until: (when: string) => string;
  /** What to do for whom it was not meant. */
  unasked: string;
};

/** What mails with one-time links say: an invitation, and a way to a new password. */
export const linkWords: Record<Language, { agent: LinkWords; reset: LinkWords }> = {
  en: {
    agent: {
      subject: 'Your sign-in to Baton',
      why: 'An administrator invites you to Baton. Choose your password here:',
      until: (when) => `The link works once, until ${when}.`,
      unasked: 'If you do not know what this is about, do not open it and ask your administrator.',
    },
    reset: {
      subject: 'A new password for Baton',
      why: 'Somebody asked for a new password for you. Choose it here:',
      until: (when) => `The link works once, until ${when}. It signs you out everywhere.`,
      unasked: 'If it was not you, do nothing: your password stays as it is.',
    },
  },
  ro: {
    agent: {
      subject: 'Intrarea dumneavoastră în Baton',
      why: 'Un administrator vă invită în Baton. Alegeți-vă parola aici:',
      until: (when) => `Linkul funcționează o singură dată, până la ${when}.`,
      unasked: 'Dacă nu știți despre ce este vorba, nu îl deschideți și întrebați administratorul.',
    },
    reset: {
      subject: 'O parolă nouă pentru Baton',
      why: 'Cineva a cerut o parolă nouă pentru dumneavoastră. Alegeți-o aici:',
      until: (when) =>
        `Linkul funcționează o singură dată, până la ${when}. Vă scoate din cont peste tot.`,
      unasked: 'Dacă nu ați fost dumneavoastră, nu faceți nimic: parola rămâne neschimbată.',
    },
  },
  hu: {
    agent: {
      subject: 'Belépés a Batonba',
      why: 'Egy rendszergazda meghívja Önt a Batonba. Itt választhat jelszót:',
      until: (when) => `A link egyszer működik, eddig: ${when}.`,
      unasked: 'Ha nem tudja, miről van szó, ne nyissa meg, és kérdezze meg a rendszergazdát.',
    },
    reset: {
      subject: 'Új jelszó a Batonhoz',
      why: 'Valaki új jelszót kért Önnek. Itt választhatja ki:',
      until: (when) => `A link egyszer működik, eddig: ${when}. Mindenhol kijelentkezteti.`,
      unasked: 'Ha nem Ön volt, ne tegyen semmit: a jelszava marad, ami volt.',
    },
  },
  zh: {
    agent: {
      subject: '登录 Baton',
      why: '管理员邀请您加入 Baton。请在此设置密码：',
      until: (when) => `该链接只能使用一次，有效期至 ${when}。`,
      unasked: '如果您不清楚这是什么，请不要打开，并联系管理员。',
    },
    reset: {
      subject: 'Baton 的新密码',
      why: '有人为您申请了新密码。请在此设置：',
      until: (when) => `该链接只能使用一次，有效期至 ${when}。使用后您在各处都会退出登录。`,
      unasked: '如果不是您本人，请忽略此邮件：您的密码保持不变。',
    },
  },
  ru: {
    agent: {
      subject: 'Ваш вход в Baton',
      why: 'Администратор приглашает вас в Baton. Придумайте пароль здесь:',
      until: (when) => `Ссылка действует один раз, до ${when}.`,
      unasked: 'Если вы не знаете, о чём речь, не открывайте её и спросите администратора.',
    },
    reset: {
      subject: 'Новый пароль для Baton',
      why: 'Кто-то запросил для вас новый пароль. Придумайте его здесь:',
      until: (when) =>
        `Ссылка действует один раз, до ${when}. Когда вы ею воспользуетесь, сеансы на всех устройствах завершатся.`,
      unasked: 'Если это были не вы, ничего не делайте: пароль останется прежним.',
    },
  },
  da: {
    agent: {
      subject: 'Dit login til Baton',
      why: 'En administrator inviterer dig til Baton. Vælg din adgangskode her:',
      until: (when) => `Linket virker én gang, indtil ${when}.`,
      unasked: 'Ved du ikke, hvad det drejer sig om, så åbn det ikke, og spørg din administrator.',
    },
    reset: {
      subject: 'En ny adgangskode til Baton',
      why: 'Nogen har bedt om en ny adgangskode til dig. Vælg den her:',
      until: (when) => `Linket virker én gang, indtil ${when}. Det logger dig ud alle steder.`,
      unasked: 'Var det ikke dig, så gør ingenting: din adgangskode forbliver, som den er.',
    },
  },
};
