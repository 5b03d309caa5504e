FROM node:24.21.0-bookworm-slim

ENV NODE_ENV=production
WORKDIR /opt/sichtfeld

COPY package.json package-lock.json ./
# Node itself comes with the image, so the packages that bring it are left out.
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund && npm cache clean --force

COPY schema schema
COPY subgraphs subgraphs
COPY gateway gateway
COPY witness witness
COPY validity validity

# A volume that is mounted here takes over this owner.
RUN install --directory --owner=node --group=node /var/lib/sichtfeld/access-log /var/lib/sichtfeld/witness

USER node
CMD ["node", "gateway/main.ts"]
