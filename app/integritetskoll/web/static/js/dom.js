// Elements made one by one: what comes from a draft or a file is text, never markup.

export function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function button(label, onclick, attributes = {}) {
  return make("button", { type: "button", class: "act", onclick, ...attributes }, label);
}

export function byId(id) {
  return document.getElementById(id);
}

export function shape(verdict) {
  const found = byId("shapes").content.querySelector(`[data-verdict="${verdict}"]`);
  return found.cloneNode(true);
}

export function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function afterDrawing(act) {
  if (document.hidden) setTimeout(act);
  else requestAnimationFrame(() => setTimeout(act));
}

// A button in the words of the page for a choice of files: the browser's own speaks its language,
// and knows nothing of files that were dropped or pasted.
export function chooser(input, label) {
  const act = button(label, () => input.click(), { class: "act main", "aria-describedby": input.getAttribute("aria-describedby") });
  input.classList.add("unseen");
  input.tabIndex = -1;
  input.setAttribute("aria-hidden", "true");
  input.after(act);
  return act;
}
