import { useQuery } from '@tanstack/react-query';
import { agentsQuery } from '../../../people/queries.ts';
import { withMentions } from '../composer/mentions/mentions.ts';
import styles from './conversation.module.css';

/** The words of a note, in which whoever is mentioned stands out. */
export function NoteText({ text }: { text: string }) {
  const { data: agents = [] } = useQuery(agentsQuery);
  return withMentions(text, agents).map((piece, place) =>
    piece.mention ? (
      // oxlint-disable-next-line react/no-array-index-key -- the pieces of a text have no other name
      <b key={place} className={styles.mention}>
        {piece.text}
      </b>
    ) : (
      piece.text
    ),
  );
}
