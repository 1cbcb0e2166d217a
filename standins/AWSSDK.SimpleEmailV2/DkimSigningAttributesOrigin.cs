using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>Where the DKIM key comes from.</summary>
public class DkimSigningAttributesOrigin : ConstantClass
{
    public static readonly DkimSigningAttributesOrigin AWS_SES = new("AWS_SES");
    public static readonly DkimSigningAttributesOrigin EXTERNAL = new("EXTERNAL");
    public static readonly DkimSigningAttributesOrigin AWS_SES_AF_SOUTH_1 = new("AWS_SES_AF_SOUTH_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_EU_NORTH_1 = new("AWS_SES_EU_NORTH_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_AP_SOUTH_1 = new("AWS_SES_AP_SOUTH_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_EU_WEST_3 = new("AWS_SES_EU_WEST_3");
    public static readonly DkimSigningAttributesOrigin AWS_SES_EU_WEST_2 = new("AWS_SES_EU_WEST_2");
    public static readonly DkimSigningAttributesOrigin AWS_SES_EU_SOUTH_1 = new("AWS_SES_EU_SOUTH_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_EU_WEST_1 = new("AWS_SES_EU_WEST_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_AP_NORTHEAST_3 = new("AWS_SES_AP_NORTHEAST_3");
    public static readonly DkimSigningAttributesOrigin AWS_SES_AP_NORTHEAST_2 = new("AWS_SES_AP_NORTHEAST_2");
    public static readonly DkimSigningAttributesOrigin AWS_SES_ME_SOUTH_1 = new("AWS_SES_ME_SOUTH_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_AP_NORTHEAST_1 = new("AWS_SES_AP_NORTHEAST_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_IL_CENTRAL_1 = new("AWS_SES_IL_CENTRAL_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_SA_EAST_1 = new("AWS_SES_SA_EAST_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_CA_CENTRAL_1 = new("AWS_SES_CA_CENTRAL_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_AP_SOUTHEAST_1 = new("AWS_SES_AP_SOUTHEAST_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_AP_SOUTHEAST_2 = new("AWS_SES_AP_SOUTHEAST_2");
    public static readonly DkimSigningAttributesOrigin AWS_SES_AP_SOUTHEAST_3 = new("AWS_SES_AP_SOUTHEAST_3");
    public static readonly DkimSigningAttributesOrigin AWS_SES_EU_CENTRAL_1 = new("AWS_SES_EU_CENTRAL_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_US_EAST_1 = new("AWS_SES_US_EAST_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_US_EAST_2 = new("AWS_SES_US_EAST_2");
    public static readonly DkimSigningAttributesOrigin AWS_SES_US_WEST_1 = new("AWS_SES_US_WEST_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_US_WEST_2 = new("AWS_SES_US_WEST_2");
    public static readonly DkimSigningAttributesOrigin AWS_SES_ME_CENTRAL_1 = new("AWS_SES_ME_CENTRAL_1");
    public static readonly DkimSigningAttributesOrigin AWS_SES_AP_SOUTH_2 = new("AWS_SES_AP_SOUTH_2");
    public static readonly DkimSigningAttributesOrigin AWS_SES_EU_CENTRAL_2 = new("AWS_SES_EU_CENTRAL_2");
    public static readonly DkimSigningAttributesOrigin AWS_SES_AP_SOUTHEAST_5 = new("AWS_SES_AP_SOUTHEAST_5");
    public static readonly DkimSigningAttributesOrigin AWS_SES_CA_WEST_1 = new("AWS_SES_CA_WEST_1");

    public DkimSigningAttributesOrigin(string value)
        : base(value)
    {
    }

    public static implicit operator DkimSigningAttributesOrigin(string value) => FindValue(value);

    public static DkimSigningAttributesOrigin FindValue(string value) => FindValue<DkimSigningAttributesOrigin>(value);
}
