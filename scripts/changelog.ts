/** The part of CHANGELOG.md that a release changes. */

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/

/**
 * Returns the changelog with the section of the version dated.
 * @throws Error if the version is malformed, has no section that is marked “unreleased”, or the section is empty.
 */
export function dateSection(changelog: string, version: string, date: string): string {
  if (!VERSION.test(version)) throw new Error(`“${version}” is not a version such as 0.2.0`)
  const heading = `## ${version} (unreleased)\n`
  const start = changelog.indexOf(heading)
  if (start < 0) throw new Error(`CHANGELOG.md has no section “${heading.trim()}”`)
  const next = changelog.indexOf('\n## ', start + heading.length)
  const section = changelog.slice(start + heading.length, next < 0 ? undefined : next)
  if (!/^- /m.test(section)) throw new Error(`The section of ${version} in CHANGELOG.md lists no change`)
  return changelog.replace(heading, `## ${version} (${date})\n`)
}
