import type { CaseForMail } from '../../cases/index.ts';
import type { Told } from '../texts/told.ts';
import type { Correspondence } from './correspondence.ts';

/** What a customer is told of a case, in their zone if we know it, else in the brand's. */
export function toldOf(about: CaseForMail, correspondence: Correspondence): Told {
  return {
    language: correspondence.language,
    number: about.number,
    // How they wish to be addressed goes before what they are called (S3-287).
    customerName: about.formOfAddress ?? about.customerName,
    ownerName: about.ownerName,
    teamName: about.teamName,
    due: about.due,
    zone: about.customerZone ?? correspondence.brand.zone,
    brandName: correspondence.brand.name,
  };
}
