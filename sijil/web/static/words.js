// What scripts say, in the language of the page: marked in English here and there, translated in the same catalogue as the
// pages (docs/translating.md), which the page brings along where it is not English.

const table = JSON.parse(document.getElementById("words")?.textContent ?? "{}");

// The language of the page.
export const locale = document.documentElement.lang;

// A marked text, with its %(name)s filled.
export function gettext(text, values = {}) {
  return (table[text] ?? text).replace(/%\((\w+)\)s/g, (_, name) => values[name]);
}
