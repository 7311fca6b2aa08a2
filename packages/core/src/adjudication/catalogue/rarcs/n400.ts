import { parseRarcs } from './table.ts'

export const rarcsN400 = parseRarcs(`
N400|A||Providers able to file electronically should do so
N401||docs|Periodontal charting not supplied
N402||docs|Periodontal charting incomplete
N403||docs|Facility certification not supplied
N404||docs|Facility certification incomplete
N405||cob|Covered only if donor's insurers do not cover
N406||cob|Covered only if recipient's insurers do not cover
N407||info|Submitter not approved for this format
N408||excluded|Earlier payer's deductible not covered
N409||excluded|Accident care covered only within a set time
N410||excluded|Covered only if the prescription changes
N411||limit|Once in six months
N412||limit|Twice in twelve months
N413||limit|Twice in a benefit year
N414||limit|Four times in twelve months
N415||limit|Once in eighteen months
N416||limit|Once in three years
N417||limit|Once in five years
N418||payer|Misrouted: follow payer's submission instructions
N419|||Retroactive adjustment after a rate change
N420|||Retroactive adjustment after coordination or third-party recovery
N421|||Retroactive adjustment after a review organization's decision
N422|||Retroactive adjustment from contract incentive program
N423|||Retroactive adjustment from a nonstandard program
N424||coverage|Patient lives outside the area for this payment
N425||excluded|Excluded by statute
N426||excluded|Not covered when self-administered
N427||excluded|Glasses or contact lenses only after cataract surgery
N428||place|Not covered in this place of service
N429||excluded|Routine, therefore not covered
N430||code|Procedure code and units do not agree
N431||bundled|Not covered along with this procedure
N432|A||Adjusted after a recovery audit
N433||provider|Resubmit with the NPI only
N434||info|Present-on-admission indicator absent or wrong
N435||limit|Above allowed frequency without supporting documents
N436|||Injury not accepted; mandatory medical payment made
N437|A||Reconsidered if the injury claim is accepted
N438||info|Jurisdiction takes paper claims only
N439||docs|Anesthesia physical status report not supplied
N440||docs|Anesthesia physical status report incomplete
N441||excluded|Missed or canceled visit is not paid
N442|||Paid by an alternate fee schedule
N443||info|Total time or begin and end time missing
N444|A||Facility filed no high-cost outlier election
N445||docs|Proof of cost or amount paid not supplied
N446||docs|Proof of cost or amount paid incomplete
N447||docs|Paid as generic since required documents were missing
N448||excluded|Not in the fee schedule or contract
N449|||Paid as a comparable service or item
N450||ineligible|Covered only from treating physician or designee
N451||docs|Admission summary not supplied
N452||docs|Admission summary incomplete
N453||docs|Consultation report not supplied
N454||docs|Consultation report incomplete
N455||docs|Physician's order not supplied
N456||docs|Physician's order incomplete
N457||docs|Diagnostic report not supplied
N458||docs|Diagnostic report incomplete
N459||docs|Discharge summary not supplied
N460||docs|Discharge summary incomplete
N461||docs|Nursing notes not supplied
N462||docs|Nursing notes incomplete
N463||docs|Data supporting the claim not supplied
N464||docs|Data supporting the claim incomplete
N465||docs|Physical therapy notes not supplied
N466||docs|Physical therapy notes incomplete
N467||docs|Report of tests and analysis not supplied
N468||docs|Report of tests and analysis incomplete
N469|A+||Subject to the section 935 appeal process
N470|||Mandatory medical payment limit now reached
N471||code|HIPPS rate code absent or not valid
N472||duplicate|Another provider received payment for this
N473||docs|Certification not supplied
N474||docs|Required certification incomplete
N475||referral|Completed referral form not supplied
N476||referral|Completed referral form has gaps
N477||docs|Dental models not supplied
N478||docs|Dental models incomplete
N479||cob|Other payer's explanation of benefits not supplied
N480||cob|Other payer's explanation of benefits incomplete
N481||docs|Required models not supplied
N482||docs|Required models incomplete
N483|R|docs|Periodontal charts missing
N484|R|docs|Periodontal charts incomplete
N485||docs|Physical therapy certification not supplied
N486||docs|Physical therapy certification incomplete
N487||docs|Prosthetics or orthotics certification not supplied
N488||docs|Prosthetics or orthotics certification incomplete
N489||referral|Referral form not supplied
N490||referral|Referral form incomplete
N491||info|Exclusionary rider condition absent or wrong
N492|A||Network provider may bill member who agreed beforehand
N493||docs|Doctor's first report of injury not supplied
N494||docs|Doctor's first report of injury incomplete
N495||docs|Supplemental medical report not supplied
N496||docs|Supplemental medical report incomplete
N497||docs|Permanent impairment report not supplied
N498||docs|Permanent impairment report incomplete
N499||docs|Medical legal report not supplied
N500||docs|Medical legal report incomplete
N501||docs|Vocational report not supplied
N502||docs|Vocational report incomplete
N503||docs|Work status report not supplied
N504||docs|Work status report incomplete
N505|A||Only services estimable in real time are included
N506|A||Estimate of member's liability, no guarantee
N507||excluded|Plan's distance requirement not met
N508|A||Real-time response shows what member owes provider
N509|A||Spending account seems to hold enough
N510|A||Spending account seems to hold too little
N511|A||Spending account balance unknown now
N512|A||First remittance of real-time claim, decision unchanged
N513|A||First remittance of real-time claim, decision changed
N514|R|excluded|See the plan's restrictions on this service
N515|R||Bill other insurer; nothing was forwarded
N516||provider|NPI and employer tax number do not match
N517||modifier|Send a new claim with what was asked
N518||bundled|Accessories are paid with the oxygen equipment
N519||modifier|Modifiers cannot be combined so
N520|A||Paid from a consumer spending account
N521||provider|Provider data differ from payer's records
N522||duplicate|Repeats a claim handled as crossover
N523||limit|Outlier payment limit for the period reached
N524|||By policy this payment counts as full
N525||bundled|Within another service's global period
N526|||No recovery because of employer size
N527|||Paid as primary before the recovery demand came
N528||coverage|Patient has institutional benefits only
N529||coverage|Patient has professional benefits only
N530|||No recovery because of enrollment data
N531|||No recovery because premium was paid directly
N532|||No recovery because of disability and working status
N533|||Indian health facility under self-insured tribal plan
N534|||Individual policy without employer sponsorship
N535|||Adjusted for procedure in this place of service
N536||excluded|Not covered here; earlier payer's patient share stands
N537|||Claims history shows none of these services
N538||bundled|Facility pays outside providers of its residents
N539|A||Appeal or waiver made for provider was denied
N540|||Adjusted by the interrupted stay policy
N541||cob|Insurance type code differs from payer's records
N542||docs|Income verification not supplied
N543||docs|Income verification incomplete
N544|A||Referring or ordering provider not on record; paid once
N545|||Reduced for failing electronic prescribing
N546|||Earlier reduction under the electronic prescribing incentive
N547||duplicate|Void request had been processed before
N548|A||Patient has reached the year's deductible
N549|A||Patient has reached the year's out-of-pocket limit
N550|A||Enrollment revalidation overdue; payment hold may follow
N551|||Adjusted by surgery center quality reporting
N552|||Reverses an earlier withhold or bonus
N553|R||Adjusted for retroactive low-income subsidy change
N554||info|Family planning indicator absent or wrong
N555||docs|Medication list not supplied
N556||docs|Medication list incomplete
N557||payer|File where the specimen was collected
N558||payer|File where the equipment was received
N559||payer|File where the ordering physician is located
N560||timely|No claim within 60 days of admission notice
N561||bundled|Episode bundle includes readmissions; resubmitting the original possible
N562||provider|Provider number differs from notice of admission
N563|A||Advance notice not given: patient not liable
N564||coverage|Patient does not fit the demonstration or pilot
N565|A||Reporting code will need a modifier in future
N566|A||Procedure will need functional reporting codes in future
N567||excluded|Preventive, therefore not covered
N568|A||First bundled payment after notice of admission
N569||pairing|Not covered for the diagnosis reported
N570||ineligible|Credentialing data absent or incomplete
N571|A||Another contractor pays this quarterly
N572||modifier|Needs reporting codes and modifiers to be payable
N573|A||Overpaid: another contractor will request refund
N574||ineligible|Ordering or referring provider's type may not order
N575||provider|Ordering or referring provider's name does not match records
N576||payer|Unrelated to the incident or loss reported
N577|||Concerns the policy's personal injury protection
N578||coverage|Coverages do not apply to this loss
N579|||Concerns the policy's medical payments part
N580|||Decided by insurance policy's provisions
N581|||Eligibility for coverage is being investigated
N582||info|Suspended until the patient cooperates
N583||coverage|Patient was not in the insured vehicle
N584||coverage|Insured did not comply with policy or law
N585||coverage|Benefits ended by final injury settlement
N586||injury|Injured person does not qualify
N587||limit|Policy benefits used up
N588|||Patient asked that bills not be paid
N589||excluded|Excluded: operating a vehicle while impaired
N590||docs|Independent medical exam not supplied
N591|||Paid by independent exam or utilization review
N592||limit|Not the first prescription, or more than it allows
N593||excluded|Scheduled independent exam was not attended
N594||info|Injured person's benefits application incomplete
N595||info|Injured person's assignment of benefits incomplete
N596||info|Injured person's medical authorization incomplete
N597|||Apportioned between related and unrelated conditions
N598||cob|Health policy is primary
N599|||Florida no-fault reasonable amount from Medicare fees
`)
