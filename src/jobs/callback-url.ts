import { JOBS } from "./limits.ts";

/** Names that never lead to somebody else's server: RFC 6761, RFC 6762, RFC 8375, and names in use inside houses. */
const PRIVATE_NAMES =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|corp|home|localdomain|home\.arpa|test|invalid|onion)$/;

/**
 * Why a report may not be sent to an address, or null where it may. Only https, only to a public
 * name: an address that whoever sends a draft can choose must not reach into the network that the
 * service runs in, nor the service itself. `allowed` are origins that the operator trusts all the same.
 */
export function callbackFault(
  callback: string,
  ownHost: string | null,
  allowed: readonly string[],
): string | null {
  if (callback.length > JOBS.callbackCharsMax)
    return `Must have at most ${JOBS.callbackCharsMax} characters.`;
  const url = URL.parse(callback);
  if (url === null) return "Must be an absolute URL.";
  if (url.username !== "" || url.password !== "") return "Must hold no user name and no password.";
  if (allowed.includes(url.origin)) return null;
  if (url.protocol !== "https:") return "Must begin with https://.";
  const host = url.hostname.replace(/\.+$/, "").toLowerCase();
  if (host.startsWith("[") || /^[\d.]+$/.test(host)) return "Must name a host, not an address.";
  if (!host.includes(".") || PRIVATE_NAMES.test(host)) return "Must name a public host.";
  if (ownHost !== null && host === ownHost.toLowerCase()) return "Must not lead back to this service.";
  return null;
}
