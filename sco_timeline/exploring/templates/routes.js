const views = { day: showDay, growth: showGrowth, statuses: () => showChart("statuses"), tables: showTable };
const ON_A_BASIS = ["day", "growth", "statuses", "party"];

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function read() {
  const [path, search] = location.hash.replace(/^#\/?/, "").split("?"), [view, key = ""] = path.split("/").map(decoded);
  const { basis, ...query } = Object.fromEntries(new URLSearchParams(search));
  Object.assign(state, { view: view || "day", key, basis: basis === "decision" ? "decision" : "effective" });
  if (state.view === "day") state.on = isCovered(key) ? key : data.last;
  if (state.view === "growth") state.picked = key;
  if (state.view === "tables") {
    if (state.table !== key || JSON.stringify(state.query) !== JSON.stringify(query)) table = null;
    Object.assign(state, { table: key || "events", query });
  }
}

function address() {
  const key = { day: state.on, growth: state.picked, tables: state.table }[state.view] ?? state.key;
  const query = new URLSearchParams(state.view === "tables" ? state.query : {});
  if (state.basis === "decision") query.set("basis", "decision");
  return `#/${state.view}${key ? `/${encodeURIComponent(key)}` : ""}${String(query) ? `?${query}` : ""}`;
}

function go(change) {
  Object.assign(state, change);
  history.replaceState(null, "", address());
  show();
}

function chosen() {
  if (state.view === "tables" && !Object.hasOwn(data.tables, state.table)) return at("view-missing");
  const own = at(`view-${state.view}`) || at(`${state.view}-${state.key}`);
  return own?.classList.contains("view") ? own : at("view-missing");
}

function show() {
  const shown = chosen(), known = shown !== at("view-missing");
  document.body.dataset.basis = state.basis;
  at("basis").hidden = !known || !ON_A_BASIS.includes(state.view);
  for (const view of document.querySelectorAll(".view.shown")) if (view !== shown) view.classList.remove("shown");
  shown.classList.add("shown");
  for (const input of document.querySelectorAll("input[name=basis]")) input.checked = input.value === state.basis;
  const section = { party: "parties", summit: "summits" }[state.view] || state.view;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#/${section}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (known) views[state.view]?.();
  const names = [shown.querySelector("h1").textContent, TITLE];
  document.title = (known && state.view === "tables" ? [data.tables[state.table].title, ...names] : names).join(" – ");
  return shown;
}

at("day-field").addEventListener("change", (event) => {
  const day = event.target.value.trim();
  if (isCovered(day)) go({ on: day, key: "" });
  else tellDay(day || "nothing");
});
at("day-slider").addEventListener("input", (event) => go({ on: new Date(FIRST + event.target.value * DAY).toISOString().slice(0, 10), key: "" }));
at("day-back").addEventListener("click", () => step(-1));
at("day-on").addEventListener("click", () => step(1));
at("basis").addEventListener("change", (event) => go({ basis: event.target.value, key: state.view === "day" ? "" : state.key }));
at("table-choice").addEventListener("change", (event) => {
  table = null;
  go({ table: event.target.value, query: {} });
});
document.addEventListener("toggle", (event) => event.target.matches?.("details.evidence") && event.target.open && showEvidence(event.target), true);
// Links lead to views; the basis chosen goes with the reader.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#/"]');
  if (!link || state.basis === "effective" || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  location.hash = `${link.hash}?basis=decision`;
});
addEventListener("hashchange", () => {
  if (location.hash && !location.hash.startsWith("#/")) return; // the link to the answer below the views
  read();
  show().querySelector("h1").focus({ preventScroll: true });
  scrollTo(0, 0);
});
// The library of tables draws dark by a class, not by the reader's preference.
const dark = matchMedia("(prefers-color-scheme: dark)"), follow = () => document.documentElement.classList.toggle("dark", dark.matches);
dark.addEventListener("change", follow);
follow();
if (location.hash && !location.hash.startsWith("#/")) history.replaceState(null, "", "#/day");
read();
show();
document.documentElement.classList.remove("waiting", "first");
