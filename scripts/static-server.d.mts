export interface StaticServer {
  address: string;
  port: number;
  close: () => Promise<void>;
}
export function serveFolder(options: {
  root: string;
  base?: string;
  host?: string;
  port?: number;
}): Promise<StaticServer>;
