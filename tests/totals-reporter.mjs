/** A Vitest reporter: writes how many tests passed and a line for each that failed, so that the end of a long log tells what broke. */

import { writeFileSync } from 'node:fs';

function firstLine(error) {
  return String(error?.message ?? error).split('\n', 1)[0];
}

/** A line for each failed test of a file, for the file itself where it broke outside its tests. */
function failuresOf(file) {
  const lines = [];
  for (const error of file.errors()) lines.push(`${file.relativeModuleId}: ${firstLine(error)}`);
  for (const suite of file.children.allSuites())
    for (const error of suite.errors())
      lines.push(`${file.relativeModuleId}: ${suite.fullName}: ${firstLine(error)}`);
  for (const test of file.children.allTests('failed'))
    lines.push(`${file.relativeModuleId}: ${test.fullName}: ${firstLine(test.result().errors[0])}`);
  return lines;
}

export default class TotalsReporter {
  /** `--outputFile.totals` says where to. */
  onInit(vitest) {
    this.file = vitest.config.outputFile.totals;
  }

  onTestRunEnd(files, unhandledErrors) {
    const passed = files.reduce((sum, file) => sum + [...file.children.allTests('passed')].length, 0);
    const failures = files.flatMap(failuresOf);
    for (const error of unhandledErrors) failures.push(`outside any test: ${firstLine(error)}`);
    writeFileSync(this.file, JSON.stringify({ passed, failures }));
  }
}
