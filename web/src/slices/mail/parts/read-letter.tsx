import type { Inbound, InboundReading } from '@baton/contract';
import { useTranslation } from 'react-i18next';
import { When } from '../../../ui/time/when.tsx';
import { fileSize } from '../../cases/parts/file-size.ts';
import { Fact } from './fact.tsx';
import styles from './mail.module.css';

type Props = { item: Inbound; reading: InboundReading };

/** A message as it was read: the envelope, who wrote it, the text, the files, all headers. */
export function ReadLetter({ item, reading }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Envelope item={item} reading={reading} />
      {reading.fault && <p className={styles.intro}>{t('look.fault')}</p>}
      <h2 className={styles.part}>{t('look.text')}</h2>
      {reading.text.trim() === '' ? (
        <p className={styles.none}>{t('look.noText')}</p>
      ) : (
        <div className="written">{reading.text}</div>
      )}
      <Files item={item} reading={reading} />
      <details className={styles.headers}>
        <summary>{t('look.headers', { count: reading.headers.length })}</summary>
        <pre>{reading.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}</pre>
      </details>
    </>
  );
}

function Envelope({ item, reading }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <h2 className={styles.part}>{t('look.envelope')}</h2>
      <dl>
        <Fact name={t('outbox.from')}>{reading.from ?? t('mailIn.nobody')}</Fact>
        {reading.to.length > 0 && <Fact name={t('look.to')}>{reading.to.join(', ')}</Fact>}
        {reading.cc.length > 0 && <Fact name={t('look.copy')}>{reading.cc.join(', ')}</Fact>}
        <Fact name={t('look.envelopeFrom')}>{item.envelopeFrom || t('look.nullPath')}</Fact>
        <Fact name={t('look.recipients')}>{item.recipients.join(', ')}</Fact>
        <Fact name={t('look.channel')}>
          {item.channel.name} ({item.door.toUpperCase()})
        </Fact>
        {reading.writtenAt && (
          <Fact name={t('look.written')}>
            <When at={reading.writtenAt} sayToday />
          </Fact>
        )}
        <Fact name={t('look.writer')}>{t(`look.writerIs.${reading.writer}`)}</Fact>
        <Fact name={t('look.proven')}>
          {t(`look.provenIs.${reading.authentication}`)}
          {reading.spam && <div>{t('look.spam')}</div>}
        </Fact>
        {item.messageId && (
          <Fact name="Message-ID">
            <code>{item.messageId}</code>
          </Fact>
        )}
      </dl>
    </>
  );
}

function Files({ item, reading }: Props) {
  const { t, i18n } = useTranslation();
  if (reading.files.length === 0) return null;
  return (
    <>
      <h2 className={styles.part}>{t('look.files')}</h2>
      <ul className={styles.files}>
        {reading.files.map((file) => (
          <li key={file.place}>
            <a href={`/api/mail/inbound/${item.id}/files/${file.place}`} download>
              {file.name}
            </a>{' '}
            <span className={styles.quiet}>
              {file.type}, {fileSize(file.size, i18n.language)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
