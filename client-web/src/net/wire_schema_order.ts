// Messages of keeping order as wire_schema.ts has the others: fetched with what sends them (intents/order_acts.ts).

export const ORDER_SCHEMA = {
  Report: 'clientId:1y person:2u channel:3s number:4u conversation:5u lines:6*ReportLine reason:7s',
  ReportLine: 'person:1u text:2s atMs:3d clientId:4y',
  Measure: 'clientId:1y person:2u kind:3e minutes:4u reason:5s report:6u',
  Lift: 'clientId:1y measure:2u reason:3s',
  ReportSettle: 'clientId:1y report:2u done:3s',
  OrderQueue: 'of:1e offset:2u limit:3u',
  OrderQueuePage: 'inReplyTo:1u total:2u offset:3u reports:4*ReportRow measures:5*MeasureRow',
  ReportRow:
    'report:1u atMs:2d by:3Profile about:4Profile reason:5s channel:6s number:7u message:8s lines:9*ReportedLine ' +
    'measures:10*MeasureRow',
  ReportedLine: 'person:1u name:2s text:3s atMs:4d asReported:5b',
  MeasureRow:
    'measure:1u kind:2e person:3Profile by:4Profile reason:5s atMs:6d untilMs:7d lifted:8b mayLift:9b',
};
