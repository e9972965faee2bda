/** Saves what the page has made as a file of the device. */

export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  /* The browser has to have begun with it. */
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
