FROM node:24-slim

WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
# Not `npm ci`: see src/setup.js. The locked versions are kept all the same.
RUN npm install --omit=dev --no-save --no-audit --no-fund && npm cache clean --force
COPY src ./src
COPY adapters ./adapters
RUN mkdir /data && chown node:node /data

# Nothing of the program is the user's own to change. Others can reach the port,
# so it does not start without TRADEWIRE_ADMIN_TOKEN or a proxy that logs people in.
USER node
ENV TRADEWIRE_HOME=/data HOST=0.0.0.0 PORT=8787
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm: signals reach the program and it drains before it stops.
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "src/main.ts"]
