/** A file of ours as data; what cannot be had is left out. */
export async function dataOf(address: string): Promise<string | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    return await readAsData(await response.blob());
  } catch {
    return null;
  }
}

function readAsData(blob: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const reader = new FileReader();
  reader.onload = () => {
    resolve(typeof reader.result === 'string' ? reader.result : '');
  };
  reader.onerror = () => {
    reject(new Error('a file could not be read'));
  };
  reader.readAsDataURL(blob);
  return promise;
}
