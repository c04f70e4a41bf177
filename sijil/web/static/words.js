// What scripts say, in the language of the page: marked in English here and there, translated in the same catalogue as the
// pages (docs/translating.md), which the page brings along where it is not English.

const table = JSON.parse(document.getElementById("words")?.textContent ?? "{}");
const ORDER = ["zero", "one", "two", "few", "many", "other"]; // of Arabic's six forms in a catalogue (CLDR)
// The language of the page.
export const locale = document.documentElement.lang;
const rules = new Intl.PluralRules(locale);

const filled = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

// A marked text, with its %(name)s filled.
export function gettext(text, values = {}) {
  return filled(table[text] ?? text, values);
}

// The form that a number takes; %(num)s is the number.
export function ngettext(singular, plural, number, values = {}) {
  const forms = table[singular];
  const form = forms ? forms[forms.length === 6 ? ORDER.indexOf(rules.select(number)) : Number(number !== 1)] : number === 1 ? singular : plural;
  return filled(form, { num: number.toLocaleString("en"), ...values });
}
