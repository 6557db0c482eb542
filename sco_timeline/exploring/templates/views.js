const partyLink = (party) => element("a", { href: `#/party/${party}` }, data.names[party]);
const swatch = (status) => element("span", { class: "swatch", "data-status": status });
const eitherOf = (one) => `${words(one.early)} or ${words(one.late)}`;

function showDay() {
  const { on, basis } = state;
  const everyone = ["shanghai_five", "sco"].flatMap((organization) => standing(organization, basis, on));
  const open = everyone.filter((one) => one.early !== one.late);
  const groups = ORDER.map((status) => [status, everyone.filter((one) => one.early === status && one.late === status)]).filter(([, held]) => held.length);
  at("day-words").textContent = dayWords(on);
  at("day-field").value = on;
  at("day-slider").value = Math.round((Date.parse(on) - FIRST) / DAY);
  at("day-slider").setAttribute("aria-valuetext", dayWords(on));
  tellDay(state.key);
  const told = groups.map(([status, held]) => counted(held.length, status));
  if (open.length) told.push(`${open.length} left open by sources`);
  at("day-summary").textContent = told.length ? told.join(", ") : "Nobody: neither organization was there yet.";
  at("day-lists").replaceChildren(...groups.map(([status, held]) => dayList(status, held)), ...(open.length ? [openList(open)] : []));
  for (const tile of at("tiles").querySelectorAll("a")) showTile(tile, everyone.filter((one) => one.party === tile.dataset.party));
  showChanges();
}

function tellDay(wanted) {
  const wrong = wanted && !isCovered(wanted);
  at("day-wrong").textContent = wrong ? `Write a day from ${data.first} to ${data.last} as year-month-day, such as 2017-06-09.` : "";
  at("day-field").setAttribute("aria-invalid", String(Boolean(wrong)));
}

function dayList(status, held) {
  const rows = held.map((one) => [data.names[one.party], one]).sort(([a], [b]) => a.localeCompare(b, "en"));
  const lines = rows.map(([, one]) =>
    element("li", {}, partyLink(one.party), " ", element("span", { class: "since" }, `since ${sinceOf(one, state.basis, state.on)}`)));
  return element("div", { class: "list", "data-status": status }, element("h2", {}, swatch(status), counted(held.length, status)), element("ul", {}, ...lines));
}

function openList(open) {
  const lines = open.map((one) => element("li", {}, partyLink(one.party), ` ${eitherOf(one)}`));
  return element("div", { class: "list", "data-status": "open" }, element("h2", {}, swatch("open"), `${open.length} left open by sources`), element("ul", {}, ...lines));
}

function showTile(tile, found) {
  const one = found.find((each) => each.early !== "none" || each.late !== "none");
  const status = !one ? "none" : one.early === one.late ? one.early : "open";
  tile.dataset.status = status;
  tile.setAttribute("aria-label", `${data.names[tile.dataset.party]}: ${status === "open" ? eitherOf(one) : words(status)}`);
}

const allChanges = () => ["shanghai_five", "sco"].flatMap((organization) => data.changes[organization][state.basis]);

function showChanges() {
  const { on } = state, every = allChanges();
  const past = every.filter(([, last]) => last <= on), ahead = every.filter(([first]) => first > on);
  const last = past.at(-1)?.[1], next = ahead[0]?.[0];
  at("day-last").replaceChildren(...sentences(past.filter((one) => one[1] === last), "Nothing before this day."));
  at("day-next").replaceChildren(...sentences(ahead.filter((one) => one[0] === next), `Nothing up to ${dayWords(data.last)}, where the record ends.`));
  at("day-back").disabled = !every.some(([first]) => first < on);
  at("day-on").disabled = !next;
}

function sentences(changes, none) {
  if (!changes.length) return [element("li", {}, none)];
  return changes.map(([, , when, text, party]) => element("li", {}, element("strong", {}, when), " ", element("a", { href: `#/party/${party}` }, text)));
}

function step(direction) {
  const days = [...new Set(allChanges().map(([first]) => first))].sort();
  const day = direction < 0 ? days.findLast((one) => one < state.on) : days.find((one) => one > state.on);
  if (day) go({ on: day, key: "" });
}

// The libraries lie in the page as text, below this script, and are run when a view first needs them.
const parsed = new Promise((done) => (document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", done) : done()));
const loaded = {};
const library = (name) => (loaded[name] ??= parsed.then(() => import(URL.createObjectURL(new Blob([at(`bundle-${name}`).textContent], { type: "text/javascript" })))));

const charts = {};
async function showChart(name) {
  const { basis } = state;
  if (charts[name]?.basis === basis) return;
  charts[name] = { basis };
  await library("vega");
  const drawn = await window.vegaEmbed(at(`chart-${name}`), structuredClone(data.charts[name][basis]), { ast: true, renderer: "svg", actions: false, mode: "vega-lite" });
  if (charts[name].basis === basis) charts[name].view = drawn.view;
}

async function showGrowth() {
  at("growth-told").textContent = "";
  const days = data.growth[state.basis].map(([day, , when, text]) => {
    const button = element("button", { type: "button", "aria-pressed": "false", "data-day": day }, when);
    for (const kind of ["focus", "click"]) button.addEventListener(kind, () => pick(button, `${when}: ${text}`));
    return [day, button, `${when}: ${text}`];
  });
  at("growth-days").replaceChildren(...days.map(([, button]) => element("li", {}, button)));
  await showChart("growth");
  const picked = days.find(([day]) => day === state.picked);
  if (picked) pick(picked[1], picked[2]);
}

function pick(button, text) {
  for (const other of at("growth-days").querySelectorAll("[aria-pressed=true]")) other.setAttribute("aria-pressed", "false");
  button.setAttribute("aria-pressed", "true");
  at("growth-told").textContent = text;
  state.picked = button.dataset.day;
  history.replaceState(null, "", address());
  charts.growth?.view?.signal("day", Date.parse(state.picked)).runAsync();
}
