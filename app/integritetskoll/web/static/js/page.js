// The page around what is written: another language without losing it, other pages beside it.

import { make } from "./dom.js";
import { language, loadWords, say } from "./words.js";

// Put the same page in another language into the place of this one. Scripts of the page that comes
// don't run; the caller starts anew on it.
export async function turnTo(wanted, path) {
  const address = wanted === "en" ? `${path}?lang=en` : path;
  const fresh = await fetched(address);
  await loadWords(wanted);
  const [x, y] = [scrollX, scrollY];
  document.documentElement.lang = fresh.documentElement.lang;
  document.title = fresh.title;
  document.body.replaceWith(document.adoptNode(fresh.body));
  history.replaceState(null, "", address);
  return () => {
    scrollTo(x, y);
    document.querySelector(".languages :is(a, button)").focus({ preventScroll: true });
  };
}

// A document without markup made from a string: the browser reads it as it reads a page.
function fetched(address) {
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    const gone = () => reject(new TypeError("network"));
    request.addEventListener("error", gone);
    request.addEventListener("load", () =>
      request.status === 200 && request.response?.querySelector("main form") && request.responseURL === new URL(address, location).href
        ? resolve(request.response) : gone());
    request.open("GET", address);
    request.responseType = "document";
    request.send();
  });
}

// Links to other pages open in a tab of their own while something stands here that would be lost.
export function openBeside(holds, signal) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".top a, .bottom a");
    if (link) link.target = holds() ? "_blank" : "";
  }, { capture: true, signal });
}

// The fields of a form as they stand, and back again.
export function valuesOf(form) {
  return {
    fields: [...new FormData(form)].filter(([, value]) => typeof value === "string"),
    open: form.querySelector("details")?.open ?? false,
  };
}

export function fill(form, { fields, open }) {
  for (const [name, value] of fields) if (form.elements[name]) form.elements[name].value = value;
  const more = form.querySelector("details");
  if (more) more.open = open;
}

// Sign in on a tab beside, so that nothing is lost here; `path` is where that tab goes then.
export function signInLink(path) {
  const address = new URL("/sign-in", location);
  if (language === "en") address.searchParams.set("lang", "en");
  address.searchParams.set("next", path);
  return make("a", { href: address.pathname + address.search, target: "_blank", rel: "noopener" }, say("sign_in"));
}
