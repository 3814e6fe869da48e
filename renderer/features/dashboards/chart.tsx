import type { ChartScale } from '#renderer/ui/chart-scale.ts';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Bucket } from './period.ts';
import styles from './chart.module.css';

export interface Series {
  readonly name: string;
  /** The height of a bar, in the unit of the scale; null leaves a gap in a line. */
  of(bucket: Bucket): number | null;
  /** The same in words, for the tooltip. */
  inWords(bucket: Bucket): string;
  /** `outline` for what was only meant. */
  readonly look: 'solid' | 'outline';
}

interface ChartProps {
  readonly buckets: readonly Bucket[];
  readonly series: readonly Series[];
  readonly scale: ChartScale;
  /** Labels of the ticks, from above; the numbers themselves unless said. */
  readonly tickLabels?: readonly string[];
  readonly onPick: (bucket: Bucket, series: number) => void;
}

const HEIGHT = 168;
/** Room above the top line, so that its label is not cut. */
const TOP = 10;
const axis = { stroke: 'var(--hairline-2)', tick: { fill: 'var(--ink-3)', fontSize: 12 } } as const;

/**
 * Bars side by side, today's in the accent. A picture for the eye and the mouse: readers and the keyboard have the table
 * beside it, which holds the same numbers.
 */
export function Bars({ buckets, series, scale, onPick }: ChartProps) {
  return (
    <div className={styles.chart} aria-hidden>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <BarChart
          data={[...buckets]}
          margin={{ top: TOP, right: 0, bottom: 0, left: 0 }}
          barGap={1}
          barCategoryGap="22%"
          maxBarSize={18}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          {labels(buckets)}
          {height(scale)}
          <Tooltip
            cursor={{ fill: 'var(--bg-hover)' }}
            isAnimationActive={false}
            content={({ payload }) => told(payload[0]?.payload as Bucket | undefined, series)}
          />
          {series.map((one, number) => (
            <Bar
              key={one.name}
              dataKey={(bucket: Bucket) => one.of(bucket)}
              radius={[3, 3, 0, 0]}
              isAnimationActive={false}
              className={styles.bar ?? ''}
              onClick={(_, index) => onPick(buckets[index]!, number)}
            >
              {buckets.map((bucket) => (
                <Cell key={bucket.fromDay} className={lookOf(one, bucket)} />
              ))}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** One line with a dot for each told value; days without one leave a gap in it. */
export function Dots({ buckets, series, scale, tickLabels, onPick }: ChartProps) {
  const [one] = series;
  return (
    <div className={styles.chart} aria-hidden>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <LineChart data={[...buckets]} margin={{ top: TOP, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          {labels(buckets)}
          <YAxis
            {...axis}
            width={tickLabels === undefined ? 36 : 52}
            domain={[Math.min(...scale.ticks), scale.top]}
            ticks={[...scale.ticks]}
            interval={0}
            tickFormatter={(tick: number) => tickLabels?.[scale.ticks.indexOf(tick)] ?? String(tick)}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            cursor={{ stroke: 'var(--hairline-2)' }}
            isAnimationActive={false}
            content={({ payload }) => told(payload[0]?.payload as Bucket | undefined, series)}
          />
          {one !== undefined && (
            <Line
              dataKey={(bucket: Bucket) => one.of(bucket)}
              stroke="var(--accent)"
              strokeWidth={1.5}
              dot={{ r: 3, fill: 'var(--accent)', strokeWidth: 0 }}
              activeDot={{ r: 5, onClick: (_, dot) => onPick((dot as unknown as { payload: Bucket }).payload, 0) }}
              isAnimationActive={false}
            />
          )}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

function labels(buckets: readonly Bucket[]) {
  return (
    <XAxis
      dataKey="label"
      stroke="var(--hairline-2)"
      interval={buckets.length > 16 ? 'preserveStartEnd' : 0}
      minTickGap={8}
      tickLine={false}
      tick={({
        x,
        y,
        payload,
      }: {
        x: number | string;
        y: number | string;
        payload: { index: number; value: string };
      }) => (
        <text
          x={x}
          y={y}
          dy={12}
          textAnchor="middle"
          className={buckets[payload.index]?.hasToday ? styles.now : styles.tick}
        >
          {payload.value}
        </text>
      )}
    />
  );
}

function height(scale: ChartScale) {
  return (
    <YAxis
      {...axis}
      width={36}
      domain={[0, scale.top]}
      ticks={[...scale.ticks]}
      interval={0}
      tickLine={false}
      axisLine={false}
    />
  );
}

function lookOf(series: Series, bucket: Bucket): string {
  const names = [series.look === 'outline' ? styles.outline : styles.solid, bucket.hasToday ? styles.today : undefined];
  return names.filter((name) => name !== undefined).join(' ');
}

function told(bucket: Bucket | undefined, series: readonly Series[]) {
  if (bucket === undefined) return null;
  return (
    <div className={styles.tip}>
      <strong>{bucket.name}</strong>
      {series.map((one) => (
        <span key={one.name}>
          {one.name} {one.inWords(bucket)}
        </span>
      ))}
    </div>
  );
}
