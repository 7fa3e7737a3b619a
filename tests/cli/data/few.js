export default {"all":[["協議","协议","xie2 yi4",["agreement","pact"],[["項","项","xiang4"]],[]],
["開幕","开幕","kai1 mu4","to open",[],[]],
["半","半"],7,{"半":"half"}],"variantLookup":[["甲","甲","jia3","no row of ours"]]};
