import { parseRarcs } from './table.ts'

export const rarcsMa = parseRarcs(`
MA01|A+||May be appealed in writing within 120 days
MA02|A+||May be appealed in writing within 180 days
MA03|R+||Hearing may be asked for if enough is in dispute
MA04||cob|Primary payer or its payment not stated or unreadable
MA05|R|info|Admission date, patient status or bill type is wrong
MA06|R|info|First or last date absent or wrong
MA07|A||Claim was passed on to Medicaid
MA08|A||Claim not passed on: coverage is no Medigap plan
MA09|A||Processed as assigned though submitted unassigned
MA10|A||Patient paid too much; refund the excess
MA11|R||Conditional payment, since another insurer may be liable
MA12||ineligible|Right to bill for that person's services not established
MA13|A||Billing the patient beyond stated responsibility may be penalized
MA14|A||Out-of-plan service paid this once only
MA15|A||Claim was split; the other services follow separately
MA16||payer|Black Lung Program patient: bill the Department of Labor
MA17|||Paid as primary; other insurer's primary payment was an error
MA18|A||Claim also sent to the supplemental insurer
MA19|A||Not sent to Medigap: insurer's data was wrong
MA20||excluded|Nursing facility stay for catheter convenience not covered
MA21||patient|Name and sex differ from social security records
MA22|||Payment below one dollar was not issued
MA23|||Medical review approved the demand bill
MA24|||Religious sanatorium and nursing bills share a benefit period
MA25||excluded|Hospice changed more than once in a benefit period
MA26|A||Provider had been told of this rule before
MA27||patient|Entitlement number or name absent or wrong
MA28|A||Sent for information; gives unassigned provider no added appeal rights
MA29|R|provider|Provider's name or address absent or wrong
MA30||billtype|Type of bill absent or not valid
MA31||info|Start or end of billed period absent or wrong
MA32||info|Number of covered days absent or wrong
MA33||info|Number of noncovered days absent or wrong
MA34||info|Number of coinsurance days absent or wrong
MA35||info|Number of lifetime reserve days absent or wrong
MA36||patient|Patient's name absent or wrong
MA37||info|Patient's address absent or wrong
MA38|R|patient|Birth date absent or wrong
MA39||patient|Patient's gender absent or wrong
MA40||info|Admission date absent or wrong
MA41||info|Admission type absent or not valid
MA42||info|Admission source absent or not valid
MA43||info|Patient status code absent or not valid
MA44|A-||Decided by law: no appeal
MA45|A||Part of the payment is held in special account
MA46|A||New information considered; nothing more will be paid
MA47||ineligible|Provider opted out of Medicare; patient pays
MA48||cob|Responsible party or primary payer not named properly
MA49|R|provider|Agency identifier for care plan oversight absent or wrong
MA50||info|Device exemption or clinical trial number absent or wrong
MA51|R|clia|CLIA number of the physician office laboratory missing
MA52|R|info|A required date is absent or wrong
MA53||info|Competitive bidding project identification absent or wrong
MA54||docs|Hospice certification or election came too late
MA55||coverage|Medical care revoked the election of religious nonmedical care
MA56||ineligible|Opted out of Medicare; patient pays within limiting charge
MA57||coverage|Patient revoked the election of religious nonmedical care
MA58||info|Release of information indicator absent or wrong
MA59|A||Patient overpaid: refund the excess within 30 days
MA60||info|Patient's relationship to the insured absent or wrong
MA61||patient|Social security number absent or wrong
MA62|A||Decision came from a telephone review
MA63||diagnosis|Principal diagnosis absent or not valid
MA64||cob|Third payer: two earlier payers' decisions are needed
MA65||diagnosis|Admitting diagnosis absent or not valid
MA66||code|Principal procedure code absent or not valid
MA67|A||Corrects an earlier claim
MA68|A||Not crossed over: secondary insurance data incomplete
MA69||info|Remarks on the claim absent or wrong
MA70||info|Signature of provider's representative absent
MA71||info|Date of provider representative's signature absent
MA72|A||Patient overpaid assigned services: refund within 30 days
MA73|||Information only: patient elected managed care
MA74|A||Replaces a payment that was lost or returned
MA75||info|Signature of patient or representative absent
MA76||provider|Home health or hospice identifier for oversight absent
MA77|A||Refund what patient and payers together overpaid
MA78|R||Patient overpaid: refund amount above the allowed total
MA79|||Billed more than the interim rate
MA80|||Information only: hospital was paid for whole demonstration encounter
MA81||info|Signature of provider or supplier absent
MA82|R|provider|Billing provider's identifier, name or address missing
MA83||cob|Not stated whether this payer is primary or secondary
MA84||coverage|Patient not in the emphysema trial or its phase
MA85|R|cob|Primary plan's name or number absent or wrong
MA86|R|cob|Primary coverage's group or policy number missing
MA87|R|cob|Insured's name for the primary payer missing
MA88||cob|Insured's address or phone for primary payer missing
MA89||cob|Relationship to insured for the primary payer missing
MA90||cob|Primary insured's employment status code missing
MA91|A||Result of the appeal that was filed
MA92||cob|Plan data of the other insurance not supplied
MA93|||Claim outside periodic interim payment
MA94||info|Statement that physician is no hospice employee missing
MA95|R|info|Unlisted procedure was not described on the claim
MA96||coverage|Patient not enrolled in a Medicare managed care plan
MA97||info|Managed care demonstration or trial registry number missing
MA98|R|info|Wrong managed care demonstration contract number
MA99||cob|Medigap data absent or wrong
MA100||info|Date of current illness or symptoms missing
MA101|R|bundled|Nursing facility pays outside providers for its residents
MA102|R|provider|Name or identifier of rendering or ordering provider missing
MA103|||Hemophilia add-on payment
MA104|R|info|Date last seen or attending physician's identifier missing
MA105|R|provider|Provider number for this place of service missing
MA106|||Claim under periodic interim payment
MA107||info|Paper form's field 19 holds more than three items
MA108||info|Paper form's field 23 holds more than one item
MA109|||Processed by ambulatory surgery rules
MA110||info|Not stated whether tests were done by outsiders
MA111||info|Test's purchase price or laboratory's name missing
MA112||provider|Group practice data absent or wrong
MA113|-|provider|Tax number wrong; unprocessable, resubmit without appeal
MA114||info|Where services took place is not stated
MA115||info|Address in the shortage area absent or wrong
MA116||info|Homebound statement for laboratory services missing
MA117|||One dollar user fee taken
MA118|A||Veterans Affairs care: no Medicare payment, only cost sharing
MA119|R|timely|Provider-level reduction for filing late
MA120||clia|CLIA certification number absent or wrong
MA121||info|Date of the X-ray absent or wrong
MA122||info|Date of first treatment absent or wrong
MA123||ineligible|Center was not chosen for this study
MA124|R||Processed for indirect medical education only
MA125|||By program law the payment counts as full
MA126||excluded|Pancreas transplant covered only with a kidney transplant
MA128||info|FDA approval number absent or wrong
MA129|R|ineligible|Provider was not certified for procedure that day
MA130|-|info|Unprocessable claim: send a new one; no appeal
MA131||duplicate|Physician already paid for this demonstration claim
MA132|||Adjusted to rate before the demonstration
MA133||bundled|Overlaps an inpatient stay; bill only services outside it
MA134||provider|Number of the facility where patient lives missing
`)
