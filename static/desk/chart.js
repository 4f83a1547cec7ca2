// A chart is read point by point: with the slider below it, by keys, by hand or by touch, and with the pointer in the chart.

function read(slider) {
  const chart = slider.closest(".chart");
  const dots = chart.querySelectorAll(".chart-dot");
  const dot = dots[slider.value];
  dots.forEach(one => one.classList.toggle("read", one === dot));
  const words = dot.querySelector("title").textContent;
  slider.setAttribute("aria-valuetext", words);
  chart.querySelector("output").textContent = words;
}

document.addEventListener("input", event => {
  if (event.target.matches?.('[data-desk="chart"]')) read(event.target);
});

document.addEventListener("pointermove", event => {
  const plot = event.target.closest?.(".chart-plot");
  const slider = plot?.closest(".chart").querySelector('[data-desk="chart"]');
  if (!slider) return;
  const frame = plot.getBoundingClientRect();
  const across = (event.clientX - frame.left) / frame.width * 100;
  const places = [...plot.querySelectorAll(".chart-dot")].map(dot => Math.abs(parseFloat(dot.getAttribute("cx")) - across));
  const nearest = String(places.indexOf(Math.min(...places)));
  if (slider.value === nearest) return;
  slider.value = nearest;
  read(slider);
});
