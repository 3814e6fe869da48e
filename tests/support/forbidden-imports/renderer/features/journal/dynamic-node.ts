const a = await import('node:fs'); export default a;
