function Get-InnkeeperDcb {
    <#
    .SYNOPSIS
        Reads the Data Center Bridging settings that SMB Direct over RoCE needs. Without the cmdlets, the feature is not installed.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param ([Parameter(Mandatory)] [AllowEmptyCollection()] [System.Collections.Generic.List[string]] $Problem)
    $before = $Problem.Count
    $flow = Read-InnkeeperRow 'Get-NetQosFlowControl' { DcbQos\Get-NetQosFlowControl } $Problem
    if ($flow.isMissing) { return [ordered]@{ installed = $false } }
    if ($null -eq $flow.rows) { return $null }
    $isComplete = $Problem.Count -eq $before
    $dcb = [ordered]@{ installed = $true }
    $policies = (Read-InnkeeperRow 'Get-NetQosPolicy' { NetQos\Get-NetQosPolicy } $Problem).rows
    foreach ($row in $policies) {
        # SMB Direct is identified by its port; the policy can have any name.
        $port = Get-InnkeeperProperty $row 'NetDirectPortMatchCondition'
        if ($null -eq $port) { $port = Get-InnkeeperProperty $row 'NetDirectPort' }
        $priority = Get-InnkeeperProperty $row 'PriorityValue8021Action'
        if ($null -eq $priority) { $priority = Get-InnkeeperProperty $row 'PriorityValue' }
        if ([string] $port -eq '445') { $dcb['smbDirectPriority'] = ConvertTo-InnkeeperInteger $priority }
    }
    $priorities = @(foreach ($row in $flow.rows) {
            $isEnabled = ConvertTo-InnkeeperValue flag (Get-InnkeeperProperty $row 'Enabled')
            $priority = ConvertTo-InnkeeperInteger (Get-InnkeeperProperty $row 'Priority')
            if ($null -eq $isEnabled -or $null -eq $priority) { $isComplete = $false }
            elseif ($isEnabled) { $priority }
        })
    # A priority that was not read would count as one without flow control.
    if ($isComplete) { $dcb['pfcPriorities'] = $priorities }
    $settings = (Read-InnkeeperRow 'Get-NetQosDcbxSetting' { DcbQos\Get-NetQosDcbxSetting } $Problem).rows
    foreach ($row in $settings) { $dcb['willing'] = ConvertTo-InnkeeperValue flag (Get-InnkeeperProperty $row 'Willing') }
    $dcb
}
