import { createWebgpuExecutor } from '/shared/lm/webgpu/executor.ts';
import { createWasmExecutor } from '/shared/lm/wasm/executor.ts';
import { planArena } from '/shared/lm/arena.ts';
import { planStep } from '/shared/lm/webgpu/plan.ts';
import { randomBatch } from '/shared/lm/testing.ts';
export async function bench(config, rows, steps) {
  const batch = randomBatch(config, rows, config.contextLength);
  const plan = planStep(config, planArena(config), rows, config.contextLength);
  const kernels = {};
  for (const d of plan.training) kernels[d.kernel.name] = (kernels[d.kernel.name] ?? 0) + 1;
  const t0 = performance.now();
  const e = await createWebgpuExecutor(config);
  const createMillis = performance.now() - t0;
  const o = { learningRate: 1e-3, weightDecay: 0.01, clipNorm: 1 };
  const issue = [],
    whole = [];
  for (let i = 0; i < steps; i++) {
    const a = performance.now();
    const p = e.step(batch, o);
    issue.push(performance.now() - a);
    await p;
    whole.push(performance.now() - a);
  }
  // burst: no waiting
  const b0 = performance.now();
  const ps = [];
  for (let i = 0; i < 20; i++) ps.push(e.step(batch, o));
  const burst = (performance.now() - b0) / 20;
  await Promise.all(ps);
  const burstWhole = (performance.now() - b0) / 20;
  e.dispose();
  const w = await createWasmExecutor(config);
  await w.step(batch, o);
  const c0 = performance.now();
  for (let i = 0; i < 5; i++) await w.step(batch, o);
  const wasm = (performance.now() - c0) / 5;
  const med = (x) => x.slice().sort((p, q) => p - q)[x.length >> 1];
  const min = (x) => Math.min(...x);
  return {
    dispatches: plan.training.length,
    evaluation: plan.evaluation.length,
    kernels,
    heapMB: (plan.layout.end * 4) / 1e6,
    createMillis,
    firstIssue: issue[0],
    firstWhole: whole[0],
    issueMedian: med(issue),
    issueMin: min(issue),
    wholeMedian: med(whole),
    burstIssue: burst,
    burstWhole,
    wasmStep: wasm,
  };
}
