/**
 * Each table holds codes with which a field is refused, and what is said of it in English; what a
 * code needs to be said in another language stands in its gaps. Codes never change.
 */

/** What the shapes of this contract say of a field in words of their own. */
export const formFaults = {
  empty: 'must not be empty',
  not_one_line: 'must be one line',
  null_characters: 'must not contain null characters',
  not_a_duration: 'must be an ISO 8601 duration such as PT20H or P7D',
  not_a_zone: 'must be an IANA time zone such as Europe/Bucharest',
  not_a_clock_time: 'must be like 09:30',
  not_a_colour: 'must be a colour such as #0d6b5e',
  not_a_currency: 'must be a currency such as EUR',
  not_a_phone_number: 'must be a phone number',
  not_six_digits: 'must be six digits',
  no_language: 'must be given in a language',
  none_given: 'must hold one at least',
  not_a_sender: 'must be an address or @domain',
  not_a_sender_part: 'must be an address, @domain or name@',
  plus_sign: 'must not contain a plus sign',
  not_a_host: 'must be a host name or an address',
  not_a_domain: 'must be a domain such as example.com',
  not_a_selector: 'must be letters, digits and hyphens',
  odd_issuer: 'must have neither ? nor # nor @',
  login_mismatch: 'must be given where Baton signs in, and only there',
  role_cannot_work: 'must be agent or more; give the role reader to who is only to read',
  hands_over_early: 'hands the case over before its last act; a rule hands over once, and last',
} as const;

/** What can be wrong with the shape of any field. */
const shapeFaults = {
  required: 'must be given',
  not_text: 'must be text',
  not_a_number: 'must be a number',
  not_whole: 'must be a whole number',
  not_yes_or_no: 'must be true or false',
  not_a_list: 'must be a list',
  too_short: 'must have at least {{least}} characters',
  too_long: 'must have at most {{most}} characters',
  below_least: 'must be at least {{least}}',
  above_most: 'must be at most {{most}}',
  too_few_entries: 'must hold at least {{least}}',
  too_many_entries: 'must hold at most {{most}}',
  not_an_address: 'must be a mail address',
  not_a_link: 'must be a web address',
  not_an_id: 'must be an id',
  not_an_instant: 'must be an instant such as 2026-03-04T10:24:00.000Z',
  not_a_day: 'must be a day such as 2026-03-04',
  not_offered: 'is none of what can be chosen',
  unknown_field: 'is not a field that is known here',
  not_valid: 'is not valid',
} as const;

/** What is well written, and cannot be so. */
const ruleFaults = {
  taken: 'is taken',
  twice: 'is there twice',
  not_there: 'does not exist',
  not_in_use: 'does not exist, or is no longer used',
  not_active: 'is not an active agent',
  disabled: 'is disabled',
  absent: 'is absent',
  reader: 'is a reader, who holds no cases',
  reader_in_team: 'must be empty: a reader holds no cases',
  works_on_none: 'is nobody who works on cases',
  same_person: 'must be somebody else',
  cannot_cover: 'is nobody who can hold cases at a level of theirs',
  key_is_nobody: 'must be given: a key that acts as itself is no agent',
  not_by_key: 'cannot be “me”: a key that acts as itself is no agent',
  no_team_for_it: 'belongs to no team to which the case could go',
  not_of_this_case: 'does not belong to this case',
  not_theirs: 'is no case of this customer',
  not_a_file_of_the_case: 'must be a file of a message of the case',
  unknown_file: 'is no file of yours; upload it first',
  file_needed: 'is needed: one part of multipart/form-data with a file',
  picture_too_large: 'may have {{most}} KB at most',
  not_a_picture: 'must be a picture: PNG, JPEG or GIF',
  only_for_wrong_topic: 'belongs to the reason wrong_topic, and is needed with it',
  same_topic: 'is the topic that the case has',
  below_itself: 'must not stand below the topic itself',
  kind_stays: 'cannot change; ask another question instead',
  choices_unwanted: 'belong to choices only',
  not_at_the_front: 'must be a team of level 1: new cases begin there',
  above_the_top: 'must be empty: nothing stands above the top level',
  above_needed: 'is needed: below the top every team has one team above it',
  not_next_level: 'must be a team of the next level up',
  not_led: 'is none that you lead',
  wrong_password: 'is not your password',
  easy_password: 'is too easy to guess',
  passed: 'has passed',
  not_past: 'must lie in the past',
  not_after_start: 'must be after the beginning',
  overlaps: 'overlaps another absence',
  has_begun: 'cannot be changed: the absence has begun',
  after_connecting: 'must be before the mailbox was connected',
  wrong_span: 'must not be after `to`, nor 400 days before it',
  not_between: 'must be from {{from}} to {{to}}',
  never_open: 'leaves not an hour open in the next two years',
  call_has_case: 'cannot be changed: the call stands on a case already',
  call_times:
    'must follow the one before it, lie no more than twelve hours from the press, and not ahead',
  of_another_customer: 'belongs to customer {{customer}}',
  nothing_to_compare: 'holds nothing to compare',
  unfilled: 'still has {{blank}}',
  unknown_blank: 'has a blank that Baton cannot fill in: {{blank}}',
  unknown_column: 'has a column that is unknown or doubled: {{column}}',
  too_many_rows: 'has more than {{most}} rows; send it in parts',
  channel_without_address: 'needs a channel with an address',
  address_too_long: 'has an address that is too long for a token',
  folder_needed: 'must name the folder to which messages are moved',
  not_a_private_key: 'must be an unencrypted RSA key in PEM form',
  not_asked: 'is no address that Baton asks',
  old_key: 'is not the current one; subscribe with the key that is told',
  not_a_key: 'is not a key',
  not_a_cursor: 'is not a cursor of this list',
} as const;

/** Every code with which a field is refused, and its English. */
export const faults = { ...shapeFaults, ...formFaults, ...ruleFaults };
export type FaultCode = keyof typeof faults;

type GapsOf<Text extends string> = Text extends `${string}{{${infer Gap}}}${infer Rest}`
  ? Gap | GapsOf<Rest>
  : never;

/** What has to be known to say a code, by the names of its gaps: nothing where it has none. */
export type FaultParams<Code extends FaultCode> = [GapsOf<(typeof faults)[Code]>] extends [never]
  ? []
  : [params: Record<GapsOf<(typeof faults)[Code]>, string | number>];
