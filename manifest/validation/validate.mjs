// node validate.mjs MANIFEST SCHEMA: prints one fault a line; exit code 1 when there is any. Fetches nothing.
import { readFile } from "node:fs/promises";
import teams from "@microsoft/teams-manifest";

const [manifest, schema] = await Promise.all(process.argv.slice(2, 4).map(async path => JSON.parse(await readFile(path, "utf8"))));
const faults = await teams.ManifestUtil.validateManifestAgainstSchema(manifest, schema);
for (const fault of faults) console.log(fault);
process.exit(faults.length === 0 ? 0 : 1);
