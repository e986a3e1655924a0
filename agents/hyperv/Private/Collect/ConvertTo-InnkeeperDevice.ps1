function ConvertTo-InnkeeperDevice {
    <#
    .SYNOPSIS
        What one adapter cmdlet says of one adapter: its row, `listed: false` without a row, null where the cmdlet failed.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param (
        [Parameter(Mandatory)] [AllowNull()] [hashtable] $Device,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [System.Collections.Specialized.OrderedDictionary] $Field,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem
    )
    if ($null -eq $Device) { return $null }
    if (-not $Device.rows.ContainsKey($Name)) {
        # After an error the row may be the one that is missing.
        if ($Device.isComplete) { return [ordered]@{ listed = $false } }
        return $null
    }
    $record = ConvertTo-InnkeeperRecord $Device.rows[$Name] $Field $Problem
    $record.Insert(0, 'listed', $true)
    $record
}
