import type { Endpoint } from "../view/endpoint.ts";

/** What a person sets: which endpoint is asked, and with which key. */
export interface Settings {
  origin: string;
  key: string;
}

export const DEFAULT_SETTINGS: Settings = { origin: "http://localhost:8787", key: "" };

const KEY_CHARS_MAX = 200;
const ADDRESS_CHARS_MAX = 2_000;
/** The machine itself, by the names that the manifest's policy can have: no browser reads an IPv6 address there. */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1)$/;

export type ReadAddress = { origin: string } | { fault: string };

/**
 * Returns the origin that an address names, without a path and a slash at the end, or what is wrong with
 * it. Words under embargo and a key travel there, so it is https, except on the machine itself.
 */
export function readAddress(typed: string): ReadAddress {
  const address = typed.trim();
  if (address === "") return { fault: "Enter the endpoint’s address." };
  if (address.length > ADDRESS_CHARS_MAX) return { fault: "This address is too long." };
  const scheme = /^(?:localhost|127\.0\.0\.1)(?::|\/|$)/i.test(address) ? "http" : "https";
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `${scheme}://${address}`;
  if (!URL.canParse(whole))
    return { fault: "This is not an address: it should look like https://verbatim.example." };
  const { protocol, hostname, origin, username, password, pathname, search, hash } = new URL(whole);
  if (username !== "" || password !== "")
    return { fault: "Leave name and password out; there is a field for the key." };
  if (protocol !== "https:" && !(protocol === "http:" && LOOPBACK.test(hostname))) {
    return { fault: "The address must begin with https://, unless the endpoint runs on this machine." };
  }
  if (pathname !== "/" || search !== "" || hash !== "") {
    return { fault: `Only the address itself, without a path: ${origin}` };
  }
  return { origin };
}

/** Returns what is wrong with a key, or null. An empty one is none, which is right for an open endpoint. */
export function faultOfKey(key: string): string | null {
  if (key.length > KEY_CHARS_MAX) return `A key has at most ${KEY_CHARS_MAX} characters.`;
  return /^[A-Za-z0-9._~+/=-]*$/.test(key)
    ? null
    : "A key has only letters, digits and a few signs, and no space.";
}

/** Returns the settings, the defaults where nothing was set. */
export async function loadSettings(): Promise<Settings> {
  const { origin, key } = await chrome.storage.local.get(["origin", "key"]);
  return {
    origin: typeof origin === "string" ? origin : DEFAULT_SETTINGS.origin,
    key: typeof key === "string" ? key : DEFAULT_SETTINGS.key,
  };
}

export async function saveSettings(settings: Settings): Promise<void> {
  await chrome.storage.local.set({ ...settings });
}

/** Returns the endpoint to ask. The install id is made at the first question, and anew whenever it is forgotten. */
export async function loadEndpoint(): Promise<Endpoint> {
  const { origin, key } = await loadSettings();
  const { installId } = await chrome.storage.local.get("installId");
  if (typeof installId === "string") return { origin, key: key || null, installId };
  const made = crypto.randomUUID();
  await chrome.storage.local.set({ installId: made });
  return { origin, key: key || null, installId: made };
}

/** Forgets the install id: the next question comes from a new installation, as far as the endpoint can tell. */
export async function forgetInstallId(): Promise<void> {
  await chrome.storage.local.remove("installId");
}
