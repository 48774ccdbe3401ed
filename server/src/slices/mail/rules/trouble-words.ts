import type { ChannelTroubleCode } from '@baton/contract';

/** What is wrong, as a sentence for whoever set it up; the desk has its own in each language. */
export const troubleWords: Record<ChannelTroubleCode, string> = {
  no_such_host: 'There is no server of that name.',
  refused_connection: 'Nothing listens at that address and port.',
  no_answer: 'The server does not answer.',
  connection_lost: 'The connection to the server was lost.',
  certificate: 'The certificate of the server is not trusted.',
  no_tls: 'The server does not speak TLS in this way on that port.',
  plain_outside: 'Without TLS only this machine and private networks may be connected to.',
  refused_password: 'The server refused the password.',
  refused_token: 'The server refused the access token.',
  refused_grant: 'The token endpoint refused to give an access token.',
  token_endpoint: 'The token endpoint gave no usable answer.',
  no_folder: 'There is no such folder in the mailbox.',
  no_move_folder: 'Messages cannot be moved to that folder.',
  secret_lost: 'The stored password or token cannot be opened any more; set it again.',
  storage_full: 'There is no room to store messages.',
  database: 'The database does not answer.',
  not_read: 'No server has read the mailbox for a while.',
  no_relay: 'No relay is set, so nothing can be sent.',
  other: 'Something unexpected went wrong.',
};
