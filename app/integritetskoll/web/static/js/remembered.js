// What was chosen last time, in this browser only. Never the text, never an answer about a person.

const KEY = "integritetskoll.choices";
const NAMES = ["destination", "document_type", "purpose", "audience", "school"];

export function recall(form) {
  const kept = read();
  for (const name of NAMES) {
    const field = form.elements[name];
    if (typeof kept[name] !== "string" || !field) continue;
    if (field.options && ![...field.options].some((one) => one.value === kept[name])) continue;
    field.value = kept[name];
  }
}

export function remember(form) {
  const kept = Object.fromEntries(NAMES.map((name) => [name, form.elements[name].value]));
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // no storage, nothing remembered
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // no storage, nothing to forget
  }
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return kept && typeof kept === "object" ? kept : {};
  } catch {
    return {};
  }
}
