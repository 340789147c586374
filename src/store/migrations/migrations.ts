import type { Migration } from "kysely/migration";
import { firstHouse } from "./0001-first-house.ts";
import { platforms } from "./0002-platforms.ts";
import { held } from "./0003-held.ts";
import { schedules } from "./0004-schedules.ts";
import { rates } from "./0005-rates.ts";
import { feedReader } from "./0007-feed-reader.ts";
import { feedCadence } from "./0008-feed-cadence.ts";
import { surtaxLists } from "./0009-surtax-lists.ts";
import { feedTrouble } from "./0010-feed-trouble.ts";
import { hubLeases } from "./0011-hub-leases.ts";
import { itemsByTitle } from "./0012-items-by-title.ts";
import { tellingTerms } from "./0013-telling-terms.ts";
import { summaries } from "./0014-summaries.ts";
import { textHashes } from "./0015-text-hashes.ts";
import { floods } from "./0016-floods.ts";
import { restores } from "./0017-restores.ts";
import { caughtIn } from "./0018-caught-in.ts";
import { revisions } from "./0019-revisions.ts";
import { clocksSetBack } from "./0020-clocks-set-back.ts";

/** Every change of the schema, in order of name. Add to the end; never edit one that was released. */
export const migrations: Readonly<Record<string, Migration>> = {
	"0001-first-house": firstHouse,
	"0002-platforms": platforms,
	"0003-held": held,
	"0004-schedules": schedules,
	"0005-rates": rates,
	"0007-feed-reader": feedReader,
	"0008-feed-cadence": feedCadence,
	"0009-surtax-lists": surtaxLists,
	"0010-feed-trouble": feedTrouble,
	"0011-hub-leases": hubLeases,
	"0012-items-by-title": itemsByTitle,
	"0013-telling-terms": tellingTerms,
	"0014-summaries": summaries,
	"0015-text-hashes": textHashes,
	"0016-floods": floods,
	"0017-restores": restores,
	"0018-caught-in": caughtIn,
	"0019-revisions": revisions,
	"0020-clocks-set-back": clocksSetBack,
};
