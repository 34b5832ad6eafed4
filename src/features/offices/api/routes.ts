import type { FastifyInstance } from 'fastify';
import type { Deps } from '#platform/deps.ts';
import { addMunicipalityListApi } from './municipalities.api.ts';
import { addOfficeListApi } from './offices.api.ts';
import { addServiceListApi } from './services.api.ts';

/** The lists of offices, services and municipalities under `/api/v1`. One office in full is the feature above. */
export function addOfficesApi(app: FastifyInstance, deps: Deps): void {
  addOfficeListApi(app, deps);
  addServiceListApi(app, deps);
  addMunicipalityListApi(app, deps);
}
