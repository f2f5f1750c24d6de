/** The browsers that the extension is built for. */
export const BROWSERS = ["chromium", "firefox"] as const;
export type Browser = (typeof BROWSERS)[number];

/**
 * Returns the manifest for a browser. It asks for the page in front of the person at the moment of an act
 * (activeTab), for running our script there, a menu, and a place for the settings; for no site.
 */
export function manifestFor(browser: Browser, version: string): object {
  return {
    manifest_version: 3,
    name: "Verbatim: spell-check for quotations",
    short_name: "Verbatim",
    version,
    description:
      "Looks a quotation up in the sources of your endpoint: what was said, who said it, which words were changed.",
    permissions: ["activeTab", "scripting", "contextMenus", "storage"],
    icons: ICONS,
    action: { default_title: "Check with Verbatim", default_icon: ICONS },
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+V" }, description: "Check the selected words" },
      "check-page": {
        suggested_key: { default: "Alt+Shift+P" },
        description: "Check every quotation on this page",
      },
    },
    options_ui: { page: "options.html", open_in_tab: true },
    content_security_policy: { extension_pages: policy() },
    ...BY_BROWSER[browser],
  };
}

/** Text of others is shown on our pages: they run nothing but their own script, and talk to endpoints only. */
function policy(): string {
  // No browser reads an IPv6 address in a policy: localhost reaches it.
  const endpoints = "https: http://localhost:* http://127.0.0.1:*";
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src ${endpoints}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

const ICONS = { 16: "icons/16.png", 32: "icons/32.png", 48: "icons/48.png", 128: "icons/128.png" } as const;

const BY_BROWSER: Readonly<Record<Browser, object>> = {
  chromium: {
    background: { service_worker: "background.js" },
    // The oldest with popovers, registered highlights and an options object for visibility.
    minimum_chrome_version: "121",
  },
  firefox: {
    background: { scripts: ["background.js"] },
    browser_specific_settings: {
      gecko: {
        id: "verbatim@verbatim.example",
        // The oldest that draws lines under registered highlights; from 140 on they have a background only.
        strict_min_version: "146.0",
        // What is selected, or an article's text, goes to the endpoint that the person has set.
        data_collection_permissions: { required: ["websiteContent"] },
      },
    },
  },
};
