import { dayMs } from '../../kernel/duration.ts';
import { plus } from '../../kernel/instant.ts';
import type { Deps } from '../../platform/context.ts';
import { deviceLifeMs } from './device-cookie.ts';
import { forgottenAfterMs } from './rules/waiting.ts';
import { sealAuthenticatorsAnew } from './authenticator-seals.ts';
import { sealProviderAnew } from './provider-seals.ts';
import { prepareAccessLog } from './store/access-log.ts';
import { forgetAttempts } from './store/attempts.ts';
import { forgetChallenges } from './store/challenges.ts';
import { forgetDevices } from './store/devices.ts';
import { forgetFailures } from './store/failures.ts';
import { forgetLinks } from './store/links.ts';
import { forgetSessions } from './store/sign-ins.ts';

/** At every start and daily: room for the access log ahead, and what has run out is forgotten. */
export async function upkeep(deps: Deps, now: Date): Promise<void> {
  await prepareAccessLog(deps.db);
  await sealAuthenticatorsAnew(deps);
  await sealProviderAnew(deps);
  await forgetChallenges(deps.db, now);
  await forgetSessions(deps.db, now);
  await forgetLinks(deps.db, plus(now, -30 * dayMs));
  await forgetAttempts(deps.db);
  await forgetFailures(deps.db, plus(now, -forgottenAfterMs));
  await forgetDevices(deps.db, plus(now, -deviceLifeMs));
}
