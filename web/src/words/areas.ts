import type casePeople from './areas/case-people/en.json';
import type calls from './areas/calls/en.json';
import type composer from './areas/composer/en.json';
import type channels from './areas/channels/en.json';
import type absence from './areas/absence/en.json';
import type company from './areas/company/en.json';
import type customerTable from './areas/customer-table/en.json';
import type customers from './areas/customers/en.json';
import type drafts from './areas/drafts/en.json';
import type drill from './areas/drill/en.json';
import type ending from './areas/ending/en.json';
import type faults from './areas/faults/en.json';
import type grants from './areas/grants/en.json';
import type firstSteps from './areas/first-steps/en.json';
import type handOvers from './areas/hand-overs/en.json';
import type handover from './areas/handover/en.json';
import type addressMarks from './areas/address-marks/en.json';
import type lookout from './areas/lookout/en.json';
import type mailIn from './areas/mail-in/en.json';
import type calendars from './areas/calendars/en.json';
import type intake from './areas/intake/en.json';
import type levels from './areas/levels/en.json';
import type presence from './areas/presence/en.json';
import type pressing from './areas/pressing/en.json';
import type noticeChoices from './areas/notice-choices/en.json';
import type letters from './areas/letters/en.json';
import type palette from './areas/palette/en.json';
import type search from './areas/search/en.json';
import type keys from './areas/keys/en.json';
import type noticeLedger from './areas/notice-ledger/en.json';
import type notices from './areas/notices/en.json';
import type moving from './areas/moving/en.json';
import type people from './areas/people/en.json';
import type provider from './areas/provider/en.json';
import type security from './areas/security/en.json';
import type references from './areas/references/en.json';
import type senders from './areas/senders/en.json';
import type sending from './areas/sending/en.json';
import type ruleActs from './areas/rule-acts/en.json';
import type rules from './areas/rules/en.json';
import type settings from './areas/settings/en.json';
import type brands from './areas/brands/en.json';
import type templates from './areas/templates/en.json';
import type writing from './areas/writing/en.json';
import type topics from './areas/topics/en.json';
import type tasks from './areas/tasks/en.json';

/**
 * The texts of parts of the desk that are not there at the first sight of it: each area has a
 * folder with one file per language under `areas/`, and one line here.
 */
export type AreaWords = typeof settings &
  typeof moving &
  typeof senders &
  typeof calls &
  typeof composer &
  typeof channels &
  typeof templates &
  typeof brands &
  typeof writing &
  typeof company &
  typeof ending &
  typeof firstSteps &
  typeof keys &
  typeof letters &
  typeof tasks &
  typeof handover &
  typeof handOvers &
  typeof topics &
  typeof presence &
  typeof pressing &
  typeof calendars &
  typeof intake &
  typeof levels &
  typeof casePeople &
  typeof noticeChoices &
  typeof noticeLedger &
  typeof notices &
  typeof lookout &
  typeof mailIn &
  typeof addressMarks &
  typeof absence &
  typeof rules &
  typeof ruleActs &
  typeof sending &
  typeof faults &
  typeof grants &
  typeof provider &
  typeof security &
  typeof references &
  typeof drafts &
  typeof drill &
  typeof customers &
  typeof customerTable &
  typeof palette &
  typeof search &
  typeof people;
