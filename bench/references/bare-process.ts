import fastify from 'fastify';

process.once('message', (message) => {
  const { body, contentType } = message as { body: string; contentType: string };
  void listen(Buffer.from(body, 'base64'), contentType);
});

async function listen(body: Buffer, contentType: string): Promise<void> {
  const app = fastify();
  app.get('/*', async (_request, reply) => reply.type(contentType).send(body));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  if (typeof address === 'object' && address !== null) process.send?.(address.port);
}
