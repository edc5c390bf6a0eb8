// Every sentence comes from the wording files of the service, in the language of the page.

export let language = document.documentElement.lang === "en" ? "en" : "sv";

let words = null;

export async function loadWords(wanted = language) {
  const answer = await fetch(`/words?lang=${wanted}`);
  if (!answer.ok) throw new Error("no words");
  words = await answer.json();
  language = wanted;
}

export function say(code, facts = {}, section = "live") {
  return words[section][code].replace(/\{(\w+)\}/g, (_, gap) => String(facts[gap] ?? ""));
}

export function called(kind, name) {
  return words[kind][name] ?? name;
}

export function counted(count) {
  if (count === 0) return say("count_none");
  return count === 1 ? say("count_one") : say("count_many", { count: grouped(count) });
}

export function grouped(number) {
  return number.toLocaleString(language === "en" ? "en-GB" : "sv-SE");
}

export function grounds(finding) {
  const codes = words.grounds_by_code[finding.code] ?? words.grounds_by_entity[finding.entity] ?? [];
  return codes.map((code) => words.grounds[code]);
}

export function tells(finding) {
  return words.told_by_code[finding.code] ?? "other";
}
