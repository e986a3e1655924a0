function Get-InnkeeperVmSettingPart {
    <#
    .SYNOPSIS
        Reads the SMBIOS id that each guest sees, by VM id. It never changes: read occasionally.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    $rows = (Read-InnkeeperRow 'Msvm_VirtualSystemSettingData' { CimCmdlets\Get-CimInstance -Namespace root/virtualization/v2 -ClassName Msvm_VirtualSystemSettingData -Filter "VirtualSystemType='Microsoft:Hyper-V:System:Realized'" -Property VirtualSystemIdentifier, BIOSGUID, VirtualSystemType } $problems).rows
    if ($null -eq $rows) { return New-InnkeeperReading $null $problems }
    $part = @{}
    foreach ($row in $rows) {
        # Checkpoints have their own settings, and the provider may ignore the filter.
        if ((Get-InnkeeperProperty $row 'VirtualSystemType') -ne 'Microsoft:Hyper-V:System:Realized') { continue }
        $id = Get-InnkeeperVmIdOf (Get-InnkeeperProperty $row 'VirtualSystemIdentifier')
        if ($null -ne $id) { $part[$id] = [ordered]@{ biosGuid = ConvertTo-InnkeeperValue guid (Get-InnkeeperProperty $row 'BIOSGUID') } }
    }
    New-InnkeeperReading $part $problems
}
