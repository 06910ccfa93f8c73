import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { WebSocketServer } from 'ws';

/**
 * The least that a chat can be: a socket, one insert into the same PostgreSQL, and the line sent to
 * everybody else. Takes the database's address; prints the port on which it listens.
 */
const pool = new Pool({ connectionString: process.argv[2] });
await pool.query(
  `create table if not exists bare_echo (id uuid primary key, text text, sent_at timestamptz)`,
);
const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const text = (data as Buffer).toString();
    void pool
      .query(`insert into bare_echo values ($1, $2, now())`, [randomUUID(), text])
      .then(() => {
        for (const other of server.clients) if (other !== socket) other.send(text);
      });
  });
});
server.on('listening', () => {
  const address = server.address();
  if (typeof address === 'object') process.stdout.write(`${String(address?.port)}\n`);
});
process.once('SIGTERM', () => {
  process.exit(0);
});
