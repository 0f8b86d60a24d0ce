// Small behaviours of every page. All of it is comfort: without this file each page still does its work.
(() => {
  "use strict";
  const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
  const on = (type, handler) => document.addEventListener(type, handler);

  // "/" or Ctrl-K: to the search box
  on("keydown", e => {
    const typing = /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName) || document.activeElement.isContentEditable;
    if ((e.key === "/" && !typing && !e.ctrlKey && !e.metaKey) || (e.key === "k" && (e.ctrlKey || e.metaKey))) {
      const q = $("#q");
      if (q) { e.preventDefault(); q.focus(); q.select(); }
    }
    if (e.key === "Escape") {
      $$("details.jw-pop[open]").forEach(d => { const had = d.contains(document.activeElement); d.open = false; if (had) $("summary", d).focus(); });
      $$(".jw-drawer[data-sheet]").forEach(d => { if (innerWidth < 1200) d.hidden = true; });
    }
  });

  // the navigation as a sheet on narrow screens: named while it is a dialog, no button where a page has none
  const nav = document.getElementById("nav");
  if (!nav) $$(".jw-menu").forEach(b => b.remove());
  on("show.bs.offcanvas", e => { if (e.target === nav) nav.setAttribute("aria-label", nav.dataset.label); });
  on("hidden.bs.offcanvas", e => { if (e.target === nav) nav.removeAttribute("aria-label"); });

  // popovers are <details>: one open at a time, closed by a click elsewhere
  on("click", e => { if (e.target.isConnected) $$("details.jw-pop[open]").forEach(d => { if (!d.contains(e.target)) d.open = false; }); });
  document.addEventListener("toggle", e => {
    const d = e.target;
    if (d.matches && d.matches("details.jw-pop") && d.open) { const f = $("input:not([type=hidden]), select", d); if (f && f.type !== "date") f.focus(); }
  }, true);

  // GET forms leave out what is empty, so that the address stays readable
  on("submit", e => {
    const form = e.target;
    if (form.method === "get" && form.hasAttribute("data-tidy")) {
      const off = $$("input, select", form).filter(x => x.name && !x.value);
      off.forEach(x => { x.disabled = true; });
      setTimeout(() => off.forEach(x => { x.disabled = false; }), 0);
    }
    const ask = (e.submitter && e.submitter.dataset.confirm) || form.dataset.confirm;
    if (ask && !window.confirm(ask)) { e.preventDefault(); return; }
    if (form.method === "post" && !form.hasAttribute("data-many")) setTimeout(() => $$("button[type=submit]", form).forEach(b => { b.disabled = true; b.setAttribute("aria-busy", "true"); }), 0);
  });
  addEventListener("pageshow", () => $$("button[aria-busy]").forEach(b => { b.disabled = false; b.removeAttribute("aria-busy"); }));

  // choosing a value is enough where the form says so (pages sizes, columns)
  on("change", e => { const f = e.target.closest("form[data-auto]"); if (f) f.requestSubmit(); });

  // copy a link
  on("click", async e => {
    const b = e.target.closest("[data-copy]");
    if (!b) return;
    e.preventDefault();
    try { await navigator.clipboard.writeText(new URL(b.dataset.copy || location.href, location.href).href); } catch { return; }
    const word = b.textContent;
    b.textContent = b.dataset.done;
    setTimeout(() => { b.textContent = word; }, 2000);
  });

  // one's own printed page
  on("click", e => { if (e.target.closest("[data-print]")) print(); });

  // tick all rows of a list, say how many are ticked
  on("change", e => {
    const all = e.target.closest("[data-all]");
    if (all) $$(`input[name="${all.dataset.all}"]`).forEach(x => { x.checked = all.checked; });
    $$("[data-chosen]").forEach(n => { n.textContent = $$(`input[name="${n.dataset.chosen}"]:checked`).length.toLocaleString("en-US"); });
  });

  // tables behind charts: shown without script, folded with it
  $$("[data-chart-table]").forEach(t => { t.hidden = true; });
  on("click", e => {
    const b = e.target.closest("[data-table]");
    if (!b) return;
    const t = document.getElementById(b.dataset.table);
    t.hidden = !t.hidden;
    b.setAttribute("aria-expanded", String(!t.hidden));
    if (b.dataset.open) b.textContent = t.hidden ? b.dataset.open : b.dataset.close;
  });

  // a drawer beside the page; below 1200 px a sheet over it
  const drawer = $(".jw-drawer[data-sheet]");
  if (drawer) {
    let opener = null;
    if (innerWidth < 1200 && !drawer.hasAttribute("data-open")) drawer.hidden = true;
    on("click", e => {
      const door = e.target.closest("[data-drawer]");
      if (door) { opener = door; drawer.hidden = false; drawer.focus(); }
      if (e.target.closest(".jw-drawer .jw-x")) { drawer.hidden = true; if (opener) opener.focus(); }
    });
  }

  // one theme for every chart: the accent for what is meant, greys for the rest, values labelled, no animation
  const charts = [];
  const draw = () => {
    if (!window.echarts) return;
    const css = getComputedStyle(document.documentElement), v = n => css.getPropertyValue(n).trim();
    const font = v("--sans"), ink2 = v("--ink-2");
    const axis = { axisLine: { lineStyle: { color: v("--rule-2") } }, axisTick: { show: false }, axisLabel: { color: ink2, fontSize: 12, fontFamily: font }, splitLine: { lineStyle: { color: v("--rule") } } };
    echarts.registerTheme("jingwei", { color: [v("--indigo"), "#a9b1bc", "#d3d7dd"], textStyle: { fontFamily: font, fontSize: 12, color: v("--ink") }, animation: false,
      categoryAxis: { ...axis, splitLine: { show: false } }, valueAxis: { ...axis, axisLine: { show: false } },
      legend: { textStyle: { color: ink2, fontSize: 12.5 }, itemWidth: 10, itemHeight: 10, left: 0, top: 0, icon: "rect" },
      tooltip: { borderWidth: 1, borderColor: "#c9c5bc", extraCssText: "box-shadow:none;border-radius:4px" } });
    $$(".jw-chart[data-opt]").forEach(el => {
      const option = JSON.parse(el.dataset.opt);
      [].concat(option.series).forEach(s => { if (s.label && !s.label.formatter) s.label.formatter = p => { const n = p.value && p.value.value !== undefined ? p.value.value : p.value; return n === null || n === undefined || n === "-" ? "" : Number(n).toLocaleString("en-US"); }; });
      const chart = echarts.init(el, "jingwei", { renderer: "svg" });
      chart.setOption({ animation: false, ...option });
      charts.push(chart);
    });
  };
  draw();
  // a sheet of paper is 170 mm between its margins, whatever the window is
  const paper = matchMedia("print");
  const fit = isPrinting => charts.forEach(c => { c.resize(isPrinting ? { width: 640 } : undefined); c.getZr().flush(); });
  addEventListener("resize", () => fit(paper.matches)); paper.addEventListener("change", () => fit(paper.matches));
  addEventListener("beforeprint", () => fit(true)); addEventListener("afterprint", () => fit(false));

  // leave a page with unsaved words only after being asked
  let dirty = false;
  on("input", e => { if (e.target.closest("form[data-guard]")) dirty = true; });
  on("submit", () => { dirty = false; });
  addEventListener("beforeunload", e => { if (dirty) e.preventDefault(); });

  // the list of errors is what one should hear first
  const errs = $(".jw-errs");
  if (errs) errs.focus();
})();
