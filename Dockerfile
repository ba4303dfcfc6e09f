# CDP Watch in a container. docs/install.md says how to run it: no root, nothing writable but /data.
FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/bff/package.json apps/bff/
COPY apps/simulator/package.json apps/simulator/
COPY apps/web/package.json apps/web/
COPY packages/contract/package.json packages/contract/
COPY packages/em-filter/package.json packages/em-filter/
COPY packages/em-wire/package.json packages/em-wire/

FROM manifests AS page
RUN npm ci
COPY . .
RUN npm run build

# The server and the simulator of the demo alone. The image has its own Node, so the package "node" is left out.
FROM manifests AS dependencies
RUN npm ci --omit=dev --ignore-scripts -w @cdp-watch/bff -w @cdp-watch/simulator

FROM node:24.21.0-bookworm-slim
# The second line is what `npm start` sets too, see scripts/root.ts.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data NODE_COMPILE_CACHE=/tmp/compiled \
    MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=65536 MALLOC_TRIM_THRESHOLD_=262144
WORKDIR /app
RUN install -d -o node -g node -m 0700 /data
COPY --from=dependencies /app/ ./
COPY packages/ packages/
COPY apps/simulator/src/ apps/simulator/src/
COPY apps/bff/src/ apps/bff/src/
COPY --from=page /app/apps/web/dist/ apps/web/dist/
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "require(process.env.TLS_CERT_FILE ? 'node:https' : 'node:http').get({ host: '127.0.0.1', port: process.env.PORT, path: '/healthz', rejectUnauthorized: false }, (answer) => process.exit(answer.statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=2", "--heap-growing-percent=25", "--expose-gc", "/app/apps/bff/src/main.ts"]
