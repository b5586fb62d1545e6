// What has to hold before a release, as functions of texts.

/** Every place in which the version stands. `texts` by path; sentences about what does not agree. */
export function versionFaults(texts) {
  const version = versionOf(texts['Cargo.toml']);
  if (!version) return ['Cargo.toml names no version below [workspace.package].'];
  const faults = [];
  const expect = (found, where) => {
    if (found !== version) faults.push(`${where} has ${found ?? 'no version'}, and Cargo.toml ${version}.`);
  };
  for (const path of ['fetch/Cargo.toml', 'wasm/Cargo.toml']) {
    if (!/^version\.workspace = true$/m.test(texts[path])) expect(/^version = "(.+)"$/m.exec(texts[path])?.[1], path);
    const wanted = /^bc-status = \{.*\bversion = "(.+?)"/m.exec(texts[path])?.[1];
    if (wanted || path === 'fetch/Cargo.toml') expect(wanted, `${path}, of the crate bc-status,`);
  }
  for (const name of ['bc-status', 'bc-status-fetch', 'bc-status-wasm'])
    expect(new RegExp(`^name = "${name}"\\nversion = "(.+)"$`, 'm').exec(texts['Cargo.lock'])?.[1], `Cargo.lock, of ${name},`);
  expect(JSON.parse(texts['pkg/package.json']).version, 'pkg/package.json');
  expect(latestEntry(texts['CHANGELOG.md'])?.version, 'The first entry of CHANGELOG.md');
  return faults;
}

export const versionOf = (cargo) => /^\[workspace\.package\]\nversion = "(.+)"$/m.exec(cargo)?.[1];

/** The first heading of a changelog: `## 0.1.0 (unreleased)`. */
export function latestEntry(changelog) {
  const entry = /^## (\S+)(?: \((.+)\))?$/m.exec(changelog);
  return entry ? { version: entry[1], date: entry[2] } : undefined;
}

/** What a .d.ts of the last release exports and this one does not: by file, `{ [name]: exported names }`. */
export const removedExports = (before, after) =>
  Object.entries(before).flatMap(([file, names]) =>
    names.filter((name) => !after[file]?.includes(name)).map((name) => `${file} exports ${name} no more.`),
  );

/** With the parts inside the package, which npm knows nothing of: `{ type: 'npm' or 'cargo', name, version, license }`. */
export function withParts(sbom, parts) {
  const components = parts.map(({ type, name, version, license }) => {
    const purl = `pkg:${type}/${name.replace('@', '%40')}@${version}`;
    return { 'bom-ref': purl, type: 'library', name, version, purl, licenses: [{ expression: license }] };
  });
  const own = sbom.metadata.component['bom-ref'];
  const others = (sbom.dependencies ?? []).filter(({ ref }) => ref !== own);
  const known = (sbom.dependencies ?? []).find(({ ref }) => ref === own)?.dependsOn ?? [];
  return {
    ...sbom,
    components: [...(sbom.components ?? []), ...components],
    dependencies: [{ ref: own, dependsOn: [...known, ...components.map((one) => one['bom-ref'])] }, ...others],
  };
}
