/** Where to turn with a complaint, a suggestion or a mistake. Nothing is collected here. */
import { catalogue } from '../../language/bilingual.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { PageHead } from '../../parts/page-head.tsx'

const m = catalogue({
  title: { zh: '投诉与建议', en: 'Complaints and suggestions' },
  note: { zh: '本页只说明找谁、怎么办，不收集任何内容，也不记录谁看过。', en: 'This page only says whom to turn to; it collects nothing and records nobody.' },
  household: { zh: '群众：觉得该有的没有、不该停的停了', en: 'Households: something due is missing, or was stopped wrongly' },
  householdNote: { zh: '先请村里打开“为什么”页念给您听：每一条条件、依据的事实和出处都写在上面。事实有误的，请村里登记更正并注明来源；仍有不同意见的，向乡镇提出复核，再到县级主管部门。办理结果由具名的人决定并写明理由。', en: 'Ask the village to open the Why page and read it to you: each condition, the facts and where they come from. If a fact is wrong, have it corrected with its source; if you still disagree, ask the township for a review, then the county department. A named person decides and gives reasons.' },
  staff: { zh: '村、乡镇工作人员：数据或名单有误', en: 'Village and township staff: facts or lists are wrong' },
  staffNote: { zh: '在工作清单里如实填写结果（例如“早已享受”“不是同一人”）；不必另报表格。要求重复填报、额外留痕的，可以向县级整治形式主义办公室反映。', en: 'Give the true result in the work list (for example "had it already", "another person"); no extra form is needed. Demands to report twice or to leave needless traces can be reported to the county office against formalism.' },
  hotline: { zh: '全国统一渠道', en: 'National channel' },
  hotlineNote: { zh: '政务服务便民热线 12345。', en: 'Government service hotline 12345.' },
  program: { zh: '程序本身的毛病', en: 'Faults of the program' },
  programNote: { zh: '请告诉本县管理员：当时在哪个页面、做了什么、页面给出的编号（例如 server/…）。请不要附身份证号。', en: 'Tell your county administrator: which page, what you did, the code shown (such as server/…). Please leave id numbers out.' },
  never: { zh: '本程序不做的事', en: 'What this program never does' },
  neverNote: { zh: '不打卡签到，不积分排名，不统计在线时长，不采集位置，不强制拍照留痕。', en: 'No punch-in, no points or ranking, no online time, no location tracking, no compulsory photos.' },
})

const sections = [['household', 'householdNote'], ['staff', 'staffNote'], ['hotline', 'hotlineNote'], ['program', 'programNote'], ['never', 'neverNote']] as const

export function FeedbackPage() {
  const { t } = useLanguage()
  return (
    <>
      <PageHead title={t(m.title)}>{t(m.note)}</PageHead>
      <div className="paper" style={{ padding: '8px 20px 20px', maxWidth: 820 }}>
        {sections.map(([head, note]) => (
          <section key={head} style={{ marginTop: 14 }}>
            <h2>{t(m[head])}</h2>
            <p>{t(m[note])}</p>
          </section>
        ))}
      </div>
    </>
  )
}
