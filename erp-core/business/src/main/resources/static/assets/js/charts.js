// Draws the charts of a page from their data, in the colours of the theme. On a canvas, so that the security policy stays
// as strict: nothing is evaluated, no style is written into the page. The table behind a chart holds the same figures.

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function option({ labels, series }) {
  const ink = colour('--ink-2');
  const line = colour('--line');
  const figure = new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact' });
  const whole = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return {
    animation: false,
    color: [colour('--primary'), '#d98324', '#2f9e6e'],
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: ink },
    grid: { left: 8, right: 12, top: 36, bottom: 8, containLabel: true },
    legend: { top: 4, left: 8, itemWidth: 12, itemHeight: 8, textStyle: { color: ink }, show: series.length > 1 },
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: value => whole.format(value) },
    xAxis: { type: 'category', data: labels, axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
      axisLabel: { color: ink, hideOverlap: true, formatter: text => text.replace(/^(\p{L}{3})\p{L}* \d\d(\d\d)$/u, '$1 $2') } },
    yAxis: { type: 'value', splitLine: { lineStyle: { color: line } }, axisLabel: { color: ink, formatter: value => figure.format(value) } },
    series: series.map(one => ({ name: one.name, type: one.type, data: one.values, barMaxWidth: 22, symbolSize: 5,
      itemStyle: one.type === 'bar' ? { borderRadius: [2, 2, 0, 0] } : {} })),
  };
}

for (const place of document.querySelectorAll('[data-chart]')) {
  const chart = window.echarts.init(place, null, { renderer: 'canvas' });
  const draw = () => chart.setOption(option(JSON.parse(place.dataset.chart)), true);
  draw();
  new ResizeObserver(() => chart.resize()).observe(place);
  new MutationObserver(draw).observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme'] });
}
