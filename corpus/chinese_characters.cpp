// SPDX-License-Identifier: Apache-2.0
// Owns which characters Chinese uses often, and which of them only its simplified or only its traditional
// spelling has.
#include "corpus/chinese_characters.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace tongwen::corpus {
namespace {

/// Frequent, and the same in both spellings (or a simplified form that traditional texts use as well).
constexpr std::u32string_view shared =
    U"的一是了我不人在他有上到大地子中你生年就那和要她出也得自以家可下而天去能小多然心之都好看起成只如事把"
    U"用第道想作美情己面最女但前些所同日手又行意方期它回位分老因很名法斯知世什次使身者被高已其此常活正感明"
    U"力理文定本公特做外孩相西果走月十向全信重三工物每真打太新比才便夫再部水像眼等加主界利海受表德少克代先"
    U"口由死安性光白或住望教命花色更拉神母父直字平友放至接告入笑英候民往何度山路男解叫任金快原吃通立象四失"
    U"格士音目呢病始深完今提求清王化空思切怎非找片元喜曾科言流各即指合反必交林晚制球保及房早院量苦火布品近"
    U"坐答星精五司巴奇管未朋且婚台夜青北久乎越落形影爸百令周吧步希留市半送造容演收首根整式取照石古拿您似足"
    U"妻尼米客南衣站黑刻福城故包另建系示持千史准基志阿痛消社算竟酒需治卡幸念怕共毛句息功官待究跟穿室易游程"
    U"居考突皮哪倒具永歌商味改般破引食仍存注甚某沉血校默土微娘料查密底列富座八除跑亮假印掉京初香停致李助激"
    U"帝忘趣支春集丈木研班普睡展跳六波察群皇段急庭器弟店否害草排背止州朝封睛板角曲育忙河哥呼若推境遇雨姐充"
    U"案冷警著雪索啊船依值慢佛肯唱沙局伯族低玩屋速洲旁堂兵七露牛哭旅街型烈姑莫抱票怪律份汽右洋床舞秘午登吸"
    U"例追左牙托章智胡吉喝肉救修藏善悲敢靠伊村戴森耳差短祖窗散迷油架恩投博雷府超勒醒洗毫嘴九冰既景席珍童派"
    U"素疑野按犯拍骨余承置彩巨琴免姆暗技翻束增忍餐洛塞缺判付批狗休懂武革良委娜妙探呀退弄桌熟宣忽套康供喊降"
    U"夏困罪亡鞋健模伴守孤禁恐伙妹遍副坦牌江秋菜划授浪凡奶雄升典袋含盛蒙棋端腿招介政策省款施督盟域略促署裁"
    U"履申效企融股券率疫苗染核源污碳着里后于没并别干温够范冲叶松云采征杰迹届裡後於沒並別幹溫夠範衝葉鬆雲採"
    U"徵傑跡屆";

/// Frequent, each with its traditional counterpart at the same place of the next list.
constexpr std::u32string_view simplified =
    U"这个们来时为说国会过对学么发当还样种开总从无现动头经长儿爱给间两亲进话与见问尔点几将实声车机气书体却"
    U"电门听员许写马难结乐东记处让应场报关张认内军岁觉带万边风妈变师数满战远轻条达业罗钱吗语离飞欢约题该论"
    U"终请医决传画读运则产视连类队观尽红识亚术热兴谈极随讲办强华计装双转诉称丽领节统断历惊脸选紧争维绝树伤"
    U"愿谁联妇纪买静诗独复义确单兰举仅钟号费价图刚脑响礼细专黄块脚灵据众笔备习务须试怀调广苏显赛议梦错参设"
    U"线虽养际阳纸纳验严证饭导顿获艺创区奥谢组况馆质续标围伦护贝剧险烟斗帮汉闻资击顾泪团圣园劳陈鱼异宝权鲁"
    U"简态级寻杀胜楼贵责较职属渐录丝党继赶卖坚遗临担戏卫药词规旧适乡弹铁压负杂毕状乱顶脱农练坏灯环换忆欧层"
    U"阵玛岛项恶恋拥营摇诺银势奖宫优课鸟刘败挥鲜财枪盖顺萨归预编莱济释烧误县宪监税违罚构协贸执审讼缴辖订废"
    U"检债贷汇诊绿";
constexpr std::u32string_view traditional =
    U"這個們來時為說國會過對學麼發當還樣種開總從無現動頭經長兒愛給間兩親進話與見問爾點幾將實聲車機氣書體卻"
    U"電門聽員許寫馬難結樂東記處讓應場報關張認內軍歲覺帶萬邊風媽變師數滿戰遠輕條達業羅錢嗎語離飛歡約題該論"
    U"終請醫決傳畫讀運則產視連類隊觀盡紅識亞術熱興談極隨講辦強華計裝雙轉訴稱麗領節統斷歷驚臉選緊爭維絕樹傷"
    U"願誰聯婦紀買靜詩獨復義確單蘭舉僅鐘號費價圖剛腦響禮細專黃塊腳靈據眾筆備習務須試懷調廣蘇顯賽議夢錯參設"
    U"線雖養際陽紙納驗嚴證飯導頓獲藝創區奧謝組況館質續標圍倫護貝劇險煙鬥幫漢聞資擊顧淚團聖園勞陳魚異寶權魯"
    U"簡態級尋殺勝樓貴責較職屬漸錄絲黨繼趕賣堅遺臨擔戲衛藥詞規舊適鄉彈鐵壓負雜畢狀亂頂脫農練壞燈環換憶歐層"
    U"陣瑪島項惡戀擁營搖諾銀勢獎宮優課鳥劉敗揮鮮財槍蓋順薩歸預編萊濟釋燒誤縣憲監稅違罰構協貿執審訟繳轄訂廢"
    U"檢債貸匯診綠";

/// Less frequent ones that tell the spellings apart all the same.
constexpr std::u32string_view rarer_simplified =
    U"鸡龙厅齐龟币侧侦俩俭倾偿储兑兹冯净凉凑凤凭凯删刽刹剑剥励劝勋卢卤厂厉厨吕启吨吴呕呛咏哑唤啰喷嘱坛坟坠"
    U"垄垒埘堑墙壮壳壶妆娇孙宁宾寝尘尝尧屡岗岭巩帅帐帜库庙庞弃弯彻忧恳恼悬惧惨惩惯愤慑懒扑扫扩扬抚抛抢拟拦"
    U"挂挡捞损掷揽搁摄摆撑斋晒晓晕朴杨枣柜栏栋栖桥桨档桩椭橱歼残毁毙汤沟沪沧泞泼泽洁浆浇浊测浑浓涂润涨渊渔"
    U"滚滞滤滥灭炉炼焕爷牵犹狮狱猎猪猫献玺珐琐疗疮疯痒盏盐盗矫矿码砖础硕碍礴祷祸秽稳穷窃窍竖竞笼筑签筹粮粤"
    U"糁纤纱纲纵纷纺纽绅织绍绎绑绒绘绣绪绳绵绸综缆缓缘缚缝缠缩罢罴翘耸聋聪肃肠肤肿胀胁胆胶脉脏舆舰舱艰芦苍"
    U"苹茧荐荡荣荫荤莹萝葱蒋蓝蔼蔷虏虑虚虫蚀蚁蚂蚕蛮蜡补衬袄袜袭觅触誉誊讥讨训讯讳讶诀访评诈诞询详诬诱诵谅"
    U"谊谋谓谜谣谦谨谬谭谱谴贞贡贤贩贪贫贬贯贱贴贺贼贾赃赂赋赌赎赏赐赔赖赚赠赢赵跃践踊踪躯轨轩轮软轰轿载辅"
    U"辆辈辉辐辑输辞辩辫辽迁迈迟逊递逻遥邓邮邻郑郸酝酱酿针钉钓钙钞钢钥钦钩钻铃铅铜铝铲链销锁锅锋锐锡锤锦键"
    U"锯镇镜闪闭闯闲闷闸闹闽阀阁阅阎阐阔阶阴陆陕隐雏雾韩韵页顷颁颂颇频颓颖额颜飘饥饮饰饱饲饵饶饺饼饿馈馒驰"
    U"驱驳驴驶驻驼驾骂骄骆骇骑骗骚骤髅鬓魇鲍鲸鳄鸣鸦鸭鸽鸿鹅鹤鹰麦黉龄";
constexpr std::u32string_view rarer_traditional =
    U"雞龍廳齊龜幣側偵倆儉傾償儲兌茲馮淨涼湊鳳憑凱刪劊剎劍剝勵勸勳盧鹵廠厲廚呂啓噸吳嘔嗆詠啞喚囉噴囑壇墳墜"
    U"壟壘塒塹牆壯殼壺妝嬌孫寧賓寢塵嘗堯屢崗嶺鞏帥帳幟庫廟龐棄彎徹憂懇惱懸懼慘懲慣憤懾懶撲掃擴揚撫拋搶擬攔"
    U"掛擋撈損擲攬擱攝擺撐齋曬曉暈樸楊棗櫃欄棟棲橋槳檔樁橢櫥殲殘毀斃湯溝滬滄濘潑澤潔漿澆濁測渾濃塗潤漲淵漁"
    U"滾滯濾濫滅爐煉煥爺牽猶獅獄獵豬貓獻璽琺瑣療瘡瘋癢盞鹽盜矯礦碼磚礎碩礙礡禱禍穢穩窮竊竅竪競籠築簽籌糧粵"
    U"糝纖紗綱縱紛紡紐紳織紹繹綁絨繪繡緒繩綿綢綜纜緩緣縛縫纏縮罷羆翹聳聾聰肅腸膚腫脹脅膽膠脈髒輿艦艙艱蘆蒼"
    U"蘋繭薦蕩榮蔭葷瑩蘿蔥蔣藍藹薔虜慮虛蟲蝕蟻螞蠶蠻蠟補襯襖襪襲覓觸譽謄譏討訓訊諱訝訣訪評詐誕詢詳誣誘誦諒"
    U"誼謀謂謎謠謙謹謬譚譜譴貞貢賢販貪貧貶貫賤貼賀賊賈贓賂賦賭贖賞賜賠賴賺贈贏趙躍踐踴蹤軀軌軒輪軟轟轎載輔"
    U"輛輩輝輻輯輸辭辯辮遼遷邁遲遜遞邏遙鄧郵鄰鄭鄲醖醬釀針釘釣鈣鈔鋼鑰欽鈎鑽鈴鉛銅鋁鏟鏈銷鎖鍋鋒銳錫錘錦鍵"
    U"鋸鎮鏡閃閉闖閒悶閘鬧閩閥閣閱閻闡闊階陰陸陝隱雛霧韓韻頁頃頒頌頗頻頹穎額顏飄飢飲飾飽飼餌饒餃餅餓饋饅馳"
    U"驅駁驢駛駐駝駕罵驕駱駭騎騙騷驟髏鬢魘鮑鯨鰐鳴鴉鴨鴿鴻鵝鶴鷹麥黌齡";

constexpr char32_t first = 0x4E00;
constexpr char32_t last = 0x9FFF;
using Table = std::array<std::uint8_t, last - first + 1>;

Table make_table() {
    Table table{};
    const auto mark = [&table](std::u32string_view characters, unsigned traits) {
        for (const char32_t c : characters)
            table[c - first] = static_cast<std::uint8_t>(table[c - first] | traits);
    };
    mark(shared, frequent_simplified | frequent_traditional);
    mark(simplified, frequent_simplified | only_simplified);
    mark(traditional, frequent_traditional | only_traditional);
    mark(rarer_simplified, only_simplified);
    mark(rarer_traditional, only_traditional);
    return table;
}

}  // namespace

unsigned chinese_traits(char32_t c) {
    static const Table table = make_table();
    return c >= first && c <= last ? table[c - first] : 0U;
}

}  // namespace tongwen::corpus
